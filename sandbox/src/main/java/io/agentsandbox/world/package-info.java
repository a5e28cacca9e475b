/// The organisations that exist in the sandbox, with fixed, published identifiers and secrets.
@NullMarked
package io.agentsandbox.world;

import org.jspecify.annotations.NullMarked;
