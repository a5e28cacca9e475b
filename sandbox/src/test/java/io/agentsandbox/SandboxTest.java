package io.agentsandbox;

import static org.awaitility.Awaitility.await;

import io.agentsandbox.support.Browser;
import io.agentsandbox.support.Portal;
import io.agentsandbox.support.Rest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// What every test here has: a sandbox, a plain HTTP client, and a stand-in for the portal that
/// takes webhooks.
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before the first test.
abstract class SandboxTest {
  static final String NORTHWIND = "northwind";

  static Sandbox sandbox;
  static Rest rest;
  static Portal portal;
  static Browser browser;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.forTests());
    rest = new Rest(sandbox.baseUri());
    portal = Portal.start();
    browser = new Browser(sandbox);
  }

  @AfterAll
  static void stop() {
    portal.close();
    sandbox.close();
  }

  @AfterEach
  void forget() {
    sandbox.control().reset();
    await().until(() -> sandbox.control().state().path("webhooks").path("underWay").asInt() == 0);
    portal.forget();
  }

  static String machineToken() {
    return browser.machineToken(sandbox.northwind().machineClient());
  }
}
