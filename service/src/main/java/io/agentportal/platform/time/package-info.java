/// The clock.
@NamedInterface("time")
@NullMarked
package io.agentportal.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
