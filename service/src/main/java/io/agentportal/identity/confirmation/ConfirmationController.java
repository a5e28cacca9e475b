package io.agentportal.identity.confirmation;

import io.agentportal.identity.AttemptLimits;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/auth/confirm`: a fresh login of the person who is signed in.
@RestController
@RequestMapping("/api/auth/confirm")
class ConfirmationController {
  private final FreshLogins logins;
  private final AttemptLimits limits;

  ConfirmationController(FreshLogins logins, Clock clock) {
    this.logins = logins;
    this.limits = new AttemptLimits(clock);
  }

  record Wanted(
      @NotNull(message = "is required") String purpose,
      @NotNull(message = "is required") @Size(max = 500) String redirectUri) {}

  record Begun(String authUrl, String state) {}

  record Returned(
      @NotNull(message = "is required")
          @Size(min = 1, max = 4_096, message = "expected: 1..4096 characters")
          String code,
      @NotNull(message = "is required")
          @Size(min = 1, max = 256, message = "expected: 1..256 characters")
          String state) {}

  /// @param expiresAt milliseconds since 1970
  record Given(String confirmationToken, String purpose, long expiresAt) {}

  @PostMapping("/init")
  Begun begin(@Valid @RequestBody Wanted wanted, Caller caller) {
    ConfirmationPurpose purpose =
        ConfirmationPurpose.find(wanted.purpose())
            .orElseThrow(() -> PortalException.invalid("purpose", unknown(wanted.purpose())));
    FreshLogins.Begun begun = logins.begin(caller, purpose, wanted.redirectUri());
    return new Begun(begun.authUrl().toString(), begun.state());
  }

  @PostMapping("/callback")
  Given complete(@Valid @RequestBody Returned returned, Caller caller) {
    limits.state(returned.state());
    FreshLogins.Given given = logins.complete(caller, returned.code(), returned.state());
    return new Given(given.token(), given.purpose().wireName(), given.expiresAt().toEpochMilli());
  }

  private static String unknown(String purpose) {
    String known =
        Arrays.stream(ConfirmationPurpose.values())
            .map(ConfirmationPurpose::wireName)
            .collect(Collectors.joining(", "));
    return purpose + " is not known (expected one of: " + known + ")";
  }
}
