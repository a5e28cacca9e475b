package io.agentportal.integration.checks;

import io.agentportal.genesys.GenesysDiagnosis;
import io.agentportal.integration.Check;
import io.agentportal.integration.probe.NameResolver;
import io.agentportal.integration.probe.OutsideCall;
import io.agentportal.whatsapp.MetaDiagnosis;
import io.agentportal.whatsapp.WhatsAppAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/// All named checks of a connection: 11 of Genesys, 11 of WhatsApp, and those of our own address.
@Component
public class CheckList {
  private static final Duration SILENCE = Duration.ofSeconds(7);

  private final GenesysDiagnosis genesys;
  private final MetaDiagnosis meta;
  private final WhatsAppAccounts accounts;
  private final Clock clock;
  private final OutsideCall calls = new OutsideCall(SILENCE);

  CheckList(GenesysDiagnosis genesys, MetaDiagnosis meta, WhatsAppAccounts accounts, Clock clock) {
    this.genesys = genesys;
    this.meta = meta;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// Runs them; blocks until all have ended.
  ///
  /// @param announce hears what will be checked, before anything is
  /// @param listener hears of each check twice, on any thread
  /// @param eachWithin longest time of one check
  /// @param allWithin longest time of all
  public List<Check> run(
      Subject subject,
      Consumer<List<Announced>> announce,
      Consumer<Check> listener,
      Duration eachWithin,
      Duration allWithin) {
    List<NamedCheck> checks = of(subject, NameResolver.SYSTEM, System::nanoTime);
    announce.accept(
        checks.stream().map(check -> new Announced(check.id(), check.group())).toList());
    return new CheckRun(checks, listener, clock, new CheckRun.Limits(eachWithin, allWithin)).run();
  }

  /// A check that will be made.
  public record Announced(String id, Check.Group group) {}

  List<NamedCheck> of(Subject subject, NameResolver names, LongSupplier nanos) {
    var webhook = new WebhookChecks(subject, calls, names, clock, nanos);
    var loopback = new LoopbackChecks(subject, calls, meta, webhook::resolved, clock);
    var whatsApp = new MetaChecks(subject, meta, accounts, clock);
    List<NamedCheck> checks = new ArrayList<>(new GenesysChecks(subject, genesys, calls).all());
    checks.add(loopback.genesysCallback());
    checks.addAll(whatsApp.beforeTheNumber());
    checks.addAll(new NumberChecks(subject, meta, accounts).all());
    checks.add(loopback.whatsAppLoop());
    checks.add(whatsApp.templates());
    checks.addAll(webhook.all());
    checks.add(loopback.handshake());
    checks.add(loopback.signature());
    return List.copyOf(checks);
  }
}
