/// Small signs to customers that cost nothing when they are lost: "read" and "typing".
@NullMarked
package io.agentportal.bridge.courtesy;

import org.jspecify.annotations.NullMarked;
