/// What one partner's words become in the other's: no state, no calls, no database.
@NullMarked
package io.agentportal.bridge.mapping;

import org.jspecify.annotations.NullMarked;
