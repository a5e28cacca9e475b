package io.agentportal.conversations.widget;

import io.agentportal.platform.errors.PortalException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The page of the widget. Its own content security policy puts it into a sandbox without an
/// origin: it has no cookies, no storage, and can touch no page, wherever it is opened.
@RestController
@EnableConfigurationProperties(WidgetProperties.class)
class WidgetPageController implements WebMvcConfigurer {
  private static final Resource PAGE = new ClassPathResource("static/widget.html");
  private static final String STANDALONE = "standalone";

  private static final String POLICY =
      String.join(
          "; ",
          "sandbox allow-scripts",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "style-src-attr 'unsafe-inline'",
          "font-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'self'");

  private final List<String> frameAncestors;

  WidgetPageController(WidgetProperties properties) {
    this.frameAncestors = properties.frameAncestors();
  }

  /// @param mode `portal`, framed by the console alone, or `standalone`, framed by others as well
  @GetMapping("/widget")
  ResponseEntity<Resource> page(@RequestParam(defaultValue = "portal") String mode) {
    if (!PAGE.exists()) {
      throw PortalException.notFound("page", "widget");
    }
    return ResponseEntity.ok()
        .header("Content-Security-Policy", policy(mode))
        .header("Referrer-Policy", "no-referrer")
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.TEXT_HTML)
        .body(PAGE);
  }

  private String policy(String mode) {
    return STANDALONE.equals(mode) && !frameAncestors.isEmpty()
        ? POLICY + " " + String.join(" ", frameAncestors)
        : POLICY;
  }

  /// A page without an origin is a stranger to our own files; there is nothing secret in them.
  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry.addMapping("/assets/**").allowedOrigins("*").allowedMethods("GET", "HEAD");
    registry
        .addMapping("/widget/transcript")
        .allowedOrigins("*")
        .allowedMethods("GET")
        .allowedHeaders("Authorization")
        .maxAge(600);
  }
}
