/// Server-sent events: what just changed for a tenant.
@NamedInterface("live")
@NullMarked
package io.agentportal.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
