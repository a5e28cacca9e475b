/// Outbound HTTP to partners, with outcomes that tell sent from unsent.
@NamedInterface("client")
@NullMarked
package io.agentportal.platform.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
