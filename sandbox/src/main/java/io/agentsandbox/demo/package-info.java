/// Sets a fresh portal up for the demo, over HTTP only, as an administrator's browser would.
@NullMarked
package io.agentsandbox.demo;

import org.jspecify.annotations.NullMarked;
