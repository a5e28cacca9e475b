/// The sandbox's own HTTP API and page: play a customer or an agent, set traffic and faults, and
/// read back what arrived.
@NullMarked
package io.agentsandbox.control;

import org.jspecify.annotations.NullMarked;
