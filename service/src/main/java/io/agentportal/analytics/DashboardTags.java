package io.agentportal.analytics;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes the weak entity tags of the dashboard: equal while its figures are, on every node.
@Component
class DashboardTags {
  private static final int TAG_BYTES = 12;

  private final JsonMapper json;

  DashboardTags(JsonMapper json) {
    this.json = json;
  }

  String of(DashboardMetrics metrics) {
    byte[] figures =
        json.writeValueAsBytes(
            List.of(metrics.kpis(), metrics.charts(), metrics.tokenStatus(), metrics.timezone()));
    return "W/\"" + HexFormat.of().formatHex(digest(figures), 0, TAG_BYTES) + '"';
  }

  private static byte[] digest(byte[] figures) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(figures);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
