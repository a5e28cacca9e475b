package io.agentportal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentportal.PortalTest;
import io.agentportal.platform.errors.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ApiDocumentationIT {
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final Pattern ENDPOINT =
      Pattern.compile("(?m)^### `((?:GET|POST|PUT|PATCH|DELETE) /api/[^`]*)`");
  private static final Pattern ERROR = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d{3}) \\|");

  @Test
  void listsEveryEndpointAndNoOther() throws IOException {
    var mappings =
        PortalTest.running().bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet();

    List<String> running =
        mappings.stream()
            .flatMap(ApiDocumentationIT::endpoints)
            .filter(endpoint -> endpoint.contains(" /api/"))
            .toList();

    assertThat(matches(ENDPOINT)).containsExactlyInAnyOrderElementsOf(running);
  }

  @Test
  void listsEveryErrorCodeWithItsStatus() throws IOException {
    List<String> codes =
        Arrays.stream(ErrorCode.values()).map(code -> code.name() + " " + code.status()).toList();

    assertThat(matches(ERROR)).containsExactlyElementsOf(codes);
  }

  private static Stream<String> endpoints(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(path ->
            mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
  }

  /// The groups of each match, with a blank between.
  private static List<String> matches(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(PAGE))
        .results()
        .map(match ->
            match.groupCount() == 1 ? match.group(1) : match.group(1) + " " + match.group(2))
        .toList();
  }
}
