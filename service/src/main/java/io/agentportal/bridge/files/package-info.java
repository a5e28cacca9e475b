/// Files on their way with messages: ready to be attached, worth waiting for, or explained.
@NullMarked
package io.agentportal.bridge.files;

import org.jspecify.annotations.NullMarked;
