/// Fills a database with plausible conversations, at the speed of bulk loading.
@NullMarked
package io.agentbench.seed;

import org.jspecify.annotations.NullMarked;
