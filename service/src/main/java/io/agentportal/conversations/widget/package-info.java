/// The transcript in a frame that trusts nobody and that nobody has to trust.
@NullMarked
package io.agentportal.conversations.widget;

import org.jspecify.annotations.NullMarked;
