/// Confirmation of sensitive actions: the same person signs in at Genesys once more, and gets a
/// token that is good for one action of one kind, in one session, for minutes.
@NamedInterface("confirmation")
@NullMarked
package io.agentportal.identity.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
