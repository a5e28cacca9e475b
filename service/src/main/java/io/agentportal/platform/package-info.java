/// Product-free ground that every module stands on, offered as named interfaces.
@ApplicationModule
@NullMarked
package io.agentportal.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
