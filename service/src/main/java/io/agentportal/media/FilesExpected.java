package io.agentportal.media;

import java.util.List;

/// Files were announced, in a transaction that is about to be committed.
record FilesExpected(List<FileKey> files) {}
