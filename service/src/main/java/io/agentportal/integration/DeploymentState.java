package io.agentportal.integration;

import io.agentportal.credentials.Connections;
import io.agentportal.credentials.CredentialKind;
import io.agentportal.credentials.GenesysConnection;
import io.agentportal.credentials.Vault;
import io.agentportal.integration.DeployStep.Instruction;
import io.agentportal.integration.DeploymentStore.Ended;
import io.agentportal.integration.SeenCalls.Seen;
import io.agentportal.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How far a tenant's deployment is: what the partners agreed to, and, where a person had to do it,
/// whether they have called us since.
@Service
public class DeploymentState {
  private static final List<String> ORDER =
      List.of(
          GenesysDeployment.INTEGRATION,
          GenesysDeployment.WEBHOOK,
          GenesysDeployment.FLOW,
          MetaDeployment.SUBSCRIPTION,
          MetaDeployment.CALLBACK);

  private final DeploymentStore store;
  private final SeenCalls calls;
  private final WebhookDeployment deployment;
  private final Connections connections;
  private final Vault vault;
  private final ByHand byHand;

  DeploymentState(
      DeploymentStore store,
      SeenCalls calls,
      WebhookDeployment deployment,
      Connections connections,
      Vault vault,
      ByHand byHand) {
    this.store = store;
    this.calls = calls;
    this.deployment = deployment;
    this.connections = connections;
    this.vault = vault;
    this.byHand = byHand;
  }

  /// Who knows what a person has to enter where we may not.
  @Service
  record ByHand(GenesysDeployment genesys, MetaDeployment meta) {}

  /// One partner.
  ///
  /// @param firstHandshakeAt null at Genesys, which has none
  public record Side(
      boolean deployed,
      @Nullable Instant deployedAt,
      @Nullable String integrationId,
      @Nullable Instant firstHandshakeAt,
      @Nullable Instant firstSignedAt,
      @Nullable Instant lastSignedAt) {}

  /// When both partners called this portal for the tenant; empty: not both do.
  public Optional<Instant> deployedAt(TenantId tenantId) {
    Side genesys = genesys(tenantId);
    Side meta = meta(tenantId);
    if (!genesys.deployed() || !meta.deployed()) {
      return Optional.empty();
    }
    return Stream.ofNullable(genesys.deployedAt())
        .flatMap(at -> Stream.ofNullable(meta.deployedAt()).map(m -> m.isAfter(at) ? m : at))
        .findFirst();
  }

  Side genesys(TenantId tenantId) {
    Seen seen = calls.of(tenantId, "genesys");
    String integrationId =
        connections.genesys(tenantId).map(GenesysConnection::integrationId).orElse("");
    Instant at =
        deployedAt(
            store.find(tenantId).get(GenesysDeployment.WEBHOOK),
            deployment.urls(tenantId).genesys(),
            seen.firstSignedAt());
    return new Side(
        at != null && !integrationId.isEmpty(),
        at,
        integrationId.isEmpty() ? null : integrationId,
        null,
        seen.firstSignedAt(),
        seen.lastSignedAt());
  }

  Side meta(TenantId tenantId) {
    Seen seen = calls.of(tenantId, "meta");
    Map<String, Ended> ended = store.find(tenantId);
    String url = deployment.urls(tenantId).meta();
    Ended callback = ended.get(MetaDeployment.CALLBACK);
    // Subscribed is not yet called: only the address that Meta shows, or a call of its, counts.
    Instant at =
        callback == null
            ? manual(ended.get(MetaDeployment.SUBSCRIPTION), url, seen.firstSignedAt())
            : deployedAt(callback, url, seen.firstSignedAt());
    return new Side(
        at != null, at, null, seen.firstHandshakeAt(), seen.firstSignedAt(), seen.lastSignedAt());
  }

  /// The steps as they ended, with what has to be done by hand.
  ///
  /// @param mayCopy whether secrets may be among the instructions
  List<DeployStep> steps(TenantId tenantId, boolean mayCopy) {
    Map<String, Ended> ended = store.find(tenantId);
    return ORDER.stream()
        .map(ended::get)
        .flatMap(Stream::ofNullable)
        .map(each ->
            new DeployStep(
                each.step(),
                each.step().substring(0, each.step().indexOf('-')),
                each.status(),
                each.message(),
                mayCopy && each.status() == DeployStep.Status.MANUAL
                    ? instructions(tenantId, each.step())
                    : List.of()))
        .toList();
  }

  private List<Instruction> instructions(TenantId tenantId, String step) {
    WebhookUrls urls = deployment.urls(tenantId);
    if (step.equals(GenesysDeployment.FLOW)) {
      String name =
          connections.genesys(tenantId).map(GenesysConnection::integrationName).orElse("");
      return GenesysDeployment.flowByHand(name);
    }
    return step.startsWith("meta")
        ? vault
            .find(tenantId, CredentialKind.META_VERIFY_TOKEN)
            .map(token -> byHand.meta().byHand(urls.meta(), token))
            .orElse(List.of())
        : vault
            .find(tenantId, CredentialKind.GENESYS_WEBHOOK_SECRET)
            .map(secret -> byHand.genesys().byHand(urls.genesys(), secret))
            .orElse(List.of());
  }

  private static @Nullable Instant deployedAt(
      @Nullable Ended ended, String url, @Nullable Instant firstSignedAt) {
    return ended != null && ended.isDone(url)
        ? ended.changedAt()
        : manual(ended, url, firstSignedAt);
  }

  /// What a person did counts from the partner's first genuine call on.
  private static @Nullable Instant manual(
      @Nullable Ended ended, String url, @Nullable Instant firstSignedAt) {
    return ended != null && ended.status() == DeployStep.Status.MANUAL && ended.url().equals(url)
        ? firstSignedAt
        : null;
  }
}
