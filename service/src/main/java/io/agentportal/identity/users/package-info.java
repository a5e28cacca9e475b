/// The people of a tenant and what an admin lets them do.
@NullMarked
package io.agentportal.identity.users;

import org.jspecify.annotations.NullMarked;
