/// Failures that a user should see, with stable codes.
@NamedInterface("errors")
@NullMarked
package io.agentportal.platform.errors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
