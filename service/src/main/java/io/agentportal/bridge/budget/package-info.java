/// What the partners allow in a span of time, kept to before they have to refuse.
@NullMarked
package io.agentportal.bridge.budget;

import org.jspecify.annotations.NullMarked;
