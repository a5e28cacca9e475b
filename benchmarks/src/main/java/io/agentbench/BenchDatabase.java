package io.agentbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The embedded database of a running service.
record BenchDatabase(String url, Properties login) {

  /// @param dataFolder of the service
  static BenchDatabase of(Path dataFolder) throws IOException {
    Path database = dataFolder.resolve("database");
    String port = Files.readString(database.resolve("port")).strip();
    var login = new Properties();
    login.setProperty("user", "portal");
    login.setProperty("password", Files.readString(database.resolve("password")).strip());
    return new BenchDatabase("jdbc:postgresql://127.0.0.1:" + port + "/portal", login);
  }
}
