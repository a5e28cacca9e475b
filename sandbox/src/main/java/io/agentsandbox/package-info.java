/// The sandbox: Genesys Cloud and Meta's WhatsApp Cloud API, simulated over real HTTP on one port.
@NullMarked
package io.agentsandbox;

import org.jspecify.annotations.NullMarked;
