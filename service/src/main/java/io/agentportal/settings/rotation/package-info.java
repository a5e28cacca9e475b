/// Rotating the secret with which Genesys signs its calls.
@NullMarked
package io.agentportal.settings.rotation;

import org.jspecify.annotations.NullMarked;
