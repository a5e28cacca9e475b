package io.agentportal.settings.replacement;

import io.agentportal.identity.confirmation.ConfirmationPurpose;
import io.agentportal.identity.confirmation.Confirmations;
import io.agentportal.platform.crypto.SecretText;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings/credentials`: replacing what the partners gave us.
@RestController
@RequestMapping("/api/settings/credentials")
class CredentialsController {
  private static final int LONGEST = 4_096;
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Replacements replacements;
  private final CredentialDetails details;
  private final ExpiryCalendar calendar;
  private final Confirmations confirmations;

  CredentialsController(
      Replacements replacements,
      CredentialDetails details,
      ExpiryCalendar calendar,
      Confirmations confirmations) {
    this.replacements = replacements;
    this.details = details;
    this.calendar = calendar;
    this.confirmations = confirmations;
  }

  /// The first two members, or the specification's third and fourth.
  record Wanted(
      @Nullable String type,
      @Nullable Map<String, String> values,
      @Nullable String credentialType,
      @Nullable String newValue,
      @Nullable String confirmationToken) {

    CredentialType kind() {
      return CredentialType.of(type == null ? credentialType : type);
    }

    String value(String member) {
      String text = Objects.requireNonNullElse(values, Map.<String, String>of()).get(member);
      return text == null ? "" : text.strip();
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "Wanted[" + (type == null ? credentialType : type) + "]";
    }
  }

  record Checked(List<CredentialDetail> credentialDetails) {}

  @PutMapping
  @PreAuthorize("hasRole('ADMIN')")
  CredentialDetail replace(
      @RequestBody Wanted wanted,
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String header,
      Caller caller) {
    CredentialType type = wanted.kind();
    SecretText secret = secret(type, wanted);
    String token = header == null ? wanted.confirmationToken() : header;
    confirmations.check(caller, ConfirmationPurpose.REPLACE_CREDENTIAL, token);
    replacements.replace(
        caller.tenantId(), type, secret, account(type, wanted), () -> demand(caller, token));
    return details.find(caller.tenantId(), type).orElseThrow();
  }

  @PostMapping("/{type}/rollback")
  @PreAuthorize("hasRole('ADMIN')")
  CredentialDetail rollBack(
      @PathVariable String type,
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String token,
      Caller caller) {
    CredentialType wanted = CredentialType.of(type);
    confirmations.check(caller, ConfirmationPurpose.REPLACE_CREDENTIAL, token);
    replacements.rollBack(caller, wanted, () -> demand(caller, token));
    return details.find(caller.tenantId(), wanted).orElseThrow();
  }

  @PostMapping("/check")
  @PreAuthorize("hasRole('ADMIN')")
  Checked check(Caller caller) {
    Arrays.stream(CredentialType.values())
        .forEach(type -> replacements.check(caller.tenantId(), type));
    return new Checked(details.all(caller.tenantId()));
  }

  /// When which credential ends, for a calendar program.
  @GetMapping("/calendar")
  ResponseEntity<byte[]> calendar(Caller caller) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"credential-expiries.ics\"")
        .body(calendar.of(caller.tenantId()).getBytes(StandardCharsets.UTF_8));
  }

  private void demand(Caller caller, @Nullable String token) {
    confirmations.demand(caller, ConfirmationPurpose.REPLACE_CREDENTIAL, token);
  }

  private static SecretText secret(CredentialType type, Wanted wanted) {
    String value =
        wanted.newValue() == null ? wanted.value(type.member()) : wanted.newValue().strip();
    if (value.length() < type.minLength() || value.length() > LONGEST) {
      throw PortalException.invalid(
          "values." + type.member(),
          "has %d characters (expected: %d..%d)"
              .formatted(value.length(), type.minLength(), LONGEST));
    }
    return SecretText.of(value);
  }

  private static @Nullable String account(CredentialType type, Wanted wanted) {
    String clientId = wanted.value("clientId");
    return type == CredentialType.GENESYS_CLIENT && !clientId.isEmpty() ? clientId : null;
  }
}
