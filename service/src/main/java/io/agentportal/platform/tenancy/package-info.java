/// Who is asking, and for which customer organisation.
@NamedInterface("tenancy")
@NullMarked
package io.agentportal.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
