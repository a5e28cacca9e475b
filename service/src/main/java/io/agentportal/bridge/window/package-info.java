/// When a customer may be written to freely.
@NullMarked
package io.agentportal.bridge.window;

import org.jspecify.annotations.NullMarked;
