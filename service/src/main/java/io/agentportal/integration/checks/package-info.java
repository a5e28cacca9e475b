/// The named checks of the connectivity test.
@NullMarked
package io.agentportal.integration.checks;

import org.jspecify.annotations.NullMarked;
