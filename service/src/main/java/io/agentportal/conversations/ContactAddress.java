package io.agentportal.conversations;

import org.jspecify.annotations.Nullable;

/// How a partner names a person. At least one of `userId` and `phone` is there.
///
/// @param userId Meta's business-scoped user id, e.g. `DE.1A2b3C`; absent in older traffic
/// @param phone digits with country code, no leading `+`; absent for people who hide it
/// @param username the WhatsApp user name; absent if the person has none
/// @param name what to show; absent if the partner sends no profile
public record ContactAddress(
    @Nullable String userId,
    @Nullable String phone,
    @Nullable String username,
    @Nullable String name) {

  public ContactAddress {
    if (userId == null && phone == null) {
      throw new IllegalArgumentException("contact address: none (expected: userId or phone)");
    }
  }
}
