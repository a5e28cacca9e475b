package io.agentportal.identity.machine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agentportal.identity.confirmation.ConfirmationPurpose;
import io.agentportal.identity.confirmation.Confirmations;
import io.agentportal.platform.errors.PortalException;
import io.agentportal.platform.tenancy.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/api-tokens`: access of programs. For admins.
@RestController
@RequestMapping("/api/api-tokens")
@PreAuthorize("hasRole('ADMIN')")
class ApiTokensController {
  private final ApiTokens tokens;
  private final Confirmations confirmations;

  ApiTokensController(ApiTokens tokens, Confirmations confirmations) {
    this.tokens = tokens;
    this.confirmations = confirmations;
  }

  record Listed(List<Entry> tokens, List<String> availableScopes) {}

  record Entry(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {

    static Entry of(ApiToken token) {
      return new Entry(
          token.id().toString(),
          token.name(),
          token.scopes().stream().map(Scope::wireName).toList(),
          token.createdAt(),
          token.createdBy(),
          token.expiresAt(),
          token.lastUsedAt());
    }
  }

  /// @param expiresInDays 1..365
  record Wanted(
      @NotNull(message = "is required")
          @Size(min = 1, max = 100, message = "expected: 1..100 characters")
          String name,
      @NotEmpty(message = "expected: at least one scope") List<String> scopes,
      @Min(value = 1, message = "expected: 1..365") @Max(value = 365, message = "expected: 1..365")
          int expiresInDays,
      @Nullable String confirmationToken) {}

  /// @param token shown this once
  record Made(String token, @JsonUnwrapped Entry entry) {

    /// Leaves the token out.
    @Override
    public String toString() {
      return "Made[" + entry + "]";
    }
  }

  @GetMapping
  Listed list(Caller caller) {
    return new Listed(
        tokens.list(caller.tenantId()).stream().map(Entry::of).toList(), Scope.wireNames());
  }

  @PostMapping
  ResponseEntity<Made> make(
      @Valid @RequestBody Wanted wanted,
      @RequestHeader(name = Confirmations.HEADER, required = false) @Nullable String header,
      Caller caller) {
    List<Scope> scopes =
        wanted.scopes().stream().distinct().map(ApiTokensController::scope).toList();
    confirmations.demand(
        caller,
        ConfirmationPurpose.CREATE_API_TOKEN,
        header == null ? wanted.confirmationToken() : header);
    ApiTokens.Made made =
        tokens.make(caller, wanted.name(), scopes, Duration.ofDays(wanted.expiresInDays()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Made(made.secret(), Entry.of(made.token())));
  }

  @DeleteMapping("/{id}")
  Map<String, Object> revoke(@PathVariable UUID id, Caller caller) {
    tokens.revoke(caller, id);
    return Map.of();
  }

  private static Scope scope(String wireName) {
    return Scope.find(wireName)
        .orElseThrow(() ->
            PortalException.invalid(
                "scopes",
                wireName + " (expected some of: " + String.join(", ", Scope.wireNames()) + ")"));
  }
}
