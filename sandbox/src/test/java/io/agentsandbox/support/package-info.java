/// Peers for the tests, all over real HTTP.
@NullMarked
package io.agentsandbox.support;

import org.jspecify.annotations.NullMarked;
