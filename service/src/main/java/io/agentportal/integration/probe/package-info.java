/// Calls of our own public address, as partners make them.
@NullMarked
package io.agentportal.integration.probe;

import org.jspecify.annotations.NullMarked;
