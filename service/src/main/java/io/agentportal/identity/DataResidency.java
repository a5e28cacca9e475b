package io.agentportal.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where in the world a tenant's data is kept.
public enum DataResidency {
  US,
  EU,
  UK,
  CA,
  APAC;

  /// As the API spells it: `eu`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DataResidency> find(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
  }

  public static List<String> wireNames() {
    return Arrays.stream(values()).map(DataResidency::wireName).toList();
  }

  /// What a tenant has until it chooses: near its Genesys region.
  static DataResidency near(String genesysRegion) {
    if (genesysRegion.startsWith("eu-west-2")) {
      return UK;
    }
    return switch (genesysRegion.split("-", 2)[0]) {
      case "eu", "eusc", "me" -> EU;
      case "ca" -> CA;
      case "ap" -> APAC;
      default -> US;
    };
  }
}
