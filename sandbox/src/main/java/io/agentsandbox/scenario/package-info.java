/// Things that happen by themselves: background traffic between simulated customers and agents, and
/// the replay of recorded webhooks.
@NullMarked
package io.agentsandbox.scenario;

import org.jspecify.annotations.NullMarked;
