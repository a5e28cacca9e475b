/// What Meta tells about account, number and templates, for the console.
@NullMarked
package io.agentportal.bridge.notices;

import org.jspecify.annotations.NullMarked;
