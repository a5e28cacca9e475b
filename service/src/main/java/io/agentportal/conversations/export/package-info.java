/// Exports as CSV: streamed out of the database, whatever their size.
@NullMarked
package io.agentportal.conversations.export;

import org.jspecify.annotations.NullMarked;
