package io.agentportal.integration.checks;

import io.agentportal.genesys.GenesysDiagnosis;
import io.agentportal.genesys.GenesysDiagnosis.Grant;
import io.agentportal.genesys.GenesysDiagnosis.Owner;
import io.agentportal.genesys.GenesysDiagnosis.Session;
import io.agentportal.integration.checks.Subject.GenesysSide;
import io.agentportal.integration.probe.NameResolver;
import io.agentportal.integration.probe.OutsideAddress;
import io.agentportal.integration.probe.OutsideCall;
import io.agentportal.platform.client.PartnerAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The checks of one tenant's Genesys organisation: from the name of its login server to the right
/// to hand messages over.
final class GenesysChecks {
  static final String TOKEN = "genesys.token";
  private static final String REACHABLE = "genesys.reachable";
  private static final String GENESYS = "Genesys";
  private static final int FORBIDDEN = 403;

  private final Subject subject;
  private final GenesysSide side;
  private final GenesysDiagnosis genesys;
  private final OutsideCall calls;
  private volatile @Nullable Session session;

  GenesysChecks(Subject subject, GenesysDiagnosis genesys, OutsideCall calls) {
    this.subject = subject;
    this.side = subject.genesys();
    this.genesys = genesys;
    this.calls = calls;
  }

  List<NamedCheck> all() {
    List<NamedCheck> all = new ArrayList<>();
    all.add(NamedCheck.of(REACHABLE, this::reachable));
    all.add(NamedCheck.of(TOKEN, this::token, REACHABLE));
    all.add(NamedCheck.of("genesys.organization", this::organization, TOKEN));
    all.addAll(new IntegrationChecks(subject, genesys, this::session).all());
    all.add(NamedCheck.of("genesys.permission", this::permission, IntegrationChecks.INTEGRATION));
    return all;
  }

  private Session session() {
    return Objects.requireNonNull(session);
  }

  private Verdict reachable() {
    URI login = side.loginUrl();
    String host = String.valueOf(login.getHost());
    try {
      calls.reach(new OutsideAddress(login, NameResolver.SYSTEM.resolve(host).getFirst()));
      return Verdict.success("The login server answers.").with("Server", host);
    } catch (UnknownHostException _) {
      return Verdict.error(
              "unknown-host",
              "The name of the login server cannot be resolved.",
              "Check the region, and this server's name resolution.")
          .with("Server", host);
    } catch (IOException e) {
      return Verdict.error(
              "unreachable",
              "The login server cannot be reached.",
              "Check the region, and that this server may open https connections to it.")
          .with("Server", host)
          .with("Reason", String.valueOf(e.getMessage()));
    }
  }

  private Verdict token() {
    return switch (genesys.token(side.access())) {
      case PartnerAnswer.Found<Grant>(var grant) -> {
        session = grant.session();
        yield Verdict.success("Genesys accepts the machine client.")
            .with("Client ID", side.access().clientId())
            .with("Token valid for", grant.life().toMinutes() + " minutes");
      }
      case PartnerAnswer.Refused<Grant>(_, var code, var reason)
          when "unauthorized_client".equals(code) ->
          Verdict.error(
                  "wrong-grant",
                  "This OAuth client is not one for machines.",
                  "In Genesys, create an OAuth client with the grant type Client Credentials and"
                      + " enter its ID and secret in step 2.")
              .with("Genesys says", reason);
      case PartnerAnswer.Refused<Grant>(_, _, var reason) ->
          Verdict.error(
                  "refused",
                  "Genesys refuses the machine client.",
                  "Check region, client ID and client secret in step 2; a client of another region"
                      + " is refused in the same words.")
              .with("Genesys says", reason)
              .with("Region", side.access().region());
      case PartnerAnswer.Unavailable<Grant> answer -> Verdict.unavailable(GENESYS, answer);
    };
  }

  private Verdict organization() {
    return switch (genesys.owner(session())) {
      case PartnerAnswer.Found<Owner>(var owner) when isOurs(owner) ->
          Verdict.success("The machine client belongs to your organisation.")
              .with("Organisation", owner.organizationName())
              .with("Client", owner.clientName());
      case PartnerAnswer.Found<Owner>(var owner) ->
          Verdict.error(
                  "other-organization",
                  "The machine client belongs to another Genesys organisation than the one you"
                      + " signed in with.",
                  "Create a machine client in your own organisation and enter it in step 2.")
              .with("Organisation of the client", owner.organizationName());
      case PartnerAnswer.Refused<Owner>(_, _, var reason) ->
          Verdict.error(
                  "refused",
                  "Genesys does not say whose the machine client is.",
                  "Give the client a role in its organisation, then run the test again.")
              .with("Genesys says", reason);
      case PartnerAnswer.Unavailable<Owner> answer -> Verdict.unavailable(GENESYS, answer);
    };
  }

  private boolean isOurs(Owner owner) {
    return owner.organizationId().equalsIgnoreCase(subject.organizationId());
  }

  /// Genesys cannot be asked for a permission; it can be asked to take a receipt for nothing.
  private Verdict permission() {
    return switch (genesys.mayReceive(session(), side.integrationId())) {
      case PartnerAnswer.Refused<String>(var status, _, var reason) when status == FORBIDDEN ->
          Verdict.error(
                  "permission-missing",
                  "The machine client may not hand messages over.",
                  "In Genesys, give the client's role the permission conversation:message:receive.")
              .with("Genesys says", reason);
      case PartnerAnswer.Found<String> _, PartnerAnswer.Refused<String> _ ->
          Verdict.success("The machine client may hand messages over.")
              .with("Asked with", "a receipt for a message that does not exist");
      case PartnerAnswer.Unavailable<String> answer -> Verdict.unavailable(GENESYS, answer);
    };
  }
}
