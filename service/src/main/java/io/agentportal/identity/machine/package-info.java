/// Access of programs: API tokens with scopes and an end.
@NullMarked
package io.agentportal.identity.machine;

import org.jspecify.annotations.NullMarked;
