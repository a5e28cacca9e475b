package io.agentportal.genesys;

import org.jspecify.annotations.Nullable;

/// A file that Genesys is to fetch.
///
/// @param mediaType `Image`, `Video`, `Audio` or `File`
/// @param url works without credentials, for as long as Genesys may try
public record InboundAttachment(
    String id, String mediaType, String url, String mime, @Nullable String fileName) {}
