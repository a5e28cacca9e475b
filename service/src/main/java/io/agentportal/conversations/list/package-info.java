/// The list of conversations: filters, orders, totals, searches. Built so that no question reads a
/// table from end to end.
@NullMarked
package io.agentportal.conversations.list;

import org.jspecify.annotations.NullMarked;
