package io.agentportal.settings.replacement;

import io.agentportal.identity.Tenants;
import io.agentportal.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The ends of a tenant's credentials as a calendar file, each with a reminder a week before.
/// Source: RFC 5545.
@Component
class ExpiryCalendar {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LINE_OCTETS = 75;

  private final CredentialDetails details;
  private final Tenants tenants;
  private final Clock clock;

  ExpiryCalendar(CredentialDetails details, Tenants tenants, Clock clock) {
    this.details = details;
    this.tenants = tenants;
    this.clock = clock;
  }

  String of(TenantId tenantId) {
    String name = tenants.find(tenantId).name();
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Agent Portal//Credential expiries//EN");
    lines.add("X-WR-CALNAME:" + escaped("Agent Portal: " + name));
    for (CredentialDetail each : details.all(tenantId)) {
      if (each.expiresAt() != null) {
        lines.addAll(event(tenantId, name, each, each.expiresAt()));
      }
    }
    lines.add("END:VCALENDAR");
    StringBuilder file = new StringBuilder();
    lines.forEach(line -> file.append(folded(line)).append("\r\n"));
    return file.toString();
  }

  private List<String> event(
      TenantId tenantId, String name, CredentialDetail credential, Instant expiresAt) {
    String summary = escaped("%s of %s expires".formatted(title(credential), name));
    return List.of(
        "BEGIN:VEVENT",
        "UID:" + credential.type() + "-" + tenantId + "@agent-portal",
        "DTSTAMP:" + UTC.format(clock.instant()),
        "DTSTART:" + UTC.format(expiresAt),
        "SUMMARY:" + summary,
        "DESCRIPTION:" + escaped("Replace it before then in Settings, Credentials."),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P7D",
        "DESCRIPTION:" + summary,
        "END:VALARM",
        "END:VEVENT");
  }

  private static String title(CredentialDetail credential) {
    return switch (CredentialType.of(credential.type())) {
      case GENESYS_CLIENT -> "Genesys client secret";
      case WHATSAPP_TOKEN -> "WhatsApp access token";
      case WHATSAPP_APP_SECRET -> "WhatsApp app secret";
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /// Lines have 75 bytes at most; the next begins with a blank. Never splits a character.
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int codePoint : line.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets += size;
    }
    return folded.toString();
  }
}
