/// Drops what nobody looks at any more.
@NullMarked
package io.agentportal.bridge.upkeep;

import org.jspecify.annotations.NullMarked;
