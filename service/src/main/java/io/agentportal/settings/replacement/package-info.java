/// Replacing a partner's credentials by tested ones, and what is known about them.
@NullMarked
package io.agentportal.settings.replacement;

import org.jspecify.annotations.NullMarked;
