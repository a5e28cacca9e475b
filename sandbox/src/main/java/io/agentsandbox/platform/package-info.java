/// Ground that both simulated partners stand on: HTTP calls and replies, faults, webhook delivery,
/// bounded records, settings and the clock.
@NullMarked
package io.agentsandbox.platform;

import org.jspecify.annotations.NullMarked;
