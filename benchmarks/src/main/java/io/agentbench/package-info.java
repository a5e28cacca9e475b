/// Load programs: each measures a part of the product against a limit of the same machine, in the
/// same run. `Bench NAME [options]`.
@NullMarked
package io.agentbench;

import org.jspecify.annotations.NullMarked;
