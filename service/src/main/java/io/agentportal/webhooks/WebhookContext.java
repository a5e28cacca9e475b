package io.agentportal.webhooks;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Gives `/webhook` a servlet context of its own beside the application's: none of the
/// application's filters (security, sessions, request ids, forms, observation) exist there.
///
/// A servlet in the application's context would not do: its filters are mapped to every path, and
/// the servlet specification knows no exceptions.
@Component
class WebhookContext implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String PATH = "/webhook";
  private static final String SERVLET = "webhooks";

  private final WebhookIntake intake;
  private final MetaHandshake handshake;

  WebhookContext(WebhookIntake intake, MetaHandshake handshake) {
    this.intake = intake;
    this.handshake = handshake;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(application -> application.getParent().addChild(webhooks()));
  }

  private Context webhooks() {
    var context = new StandardContext();
    context.setName(PATH);
    context.setPath(PATH);
    context.addLifecycleListener(new Tomcat.FixContextListener());
    Tomcat.addServlet(context, SERVLET, new WebhookServlet(intake, handshake)).addMapping("/*");
    return context;
  }
}
