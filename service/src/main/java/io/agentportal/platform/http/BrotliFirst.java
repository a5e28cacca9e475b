package io.agentportal.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Finds the compressed variant of a file, the smallest that the browser takes.
///
/// Spring follows the order in which browsers name what they take, and all of them name gzip first.
final class BrotliFirst extends EncodedResourceResolver {
  private static final List<String> BEST_FIRST = List.of("br", "gzip");

  BrotliFirst() {
    setContentCodings(BEST_FIRST);
  }

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String requestPath,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    return super.resolveResourceInternal(
        request == null ? null : new Reordered(request), requestPath, locations, chain);
  }

  private static final class Reordered extends HttpServletRequestWrapper {
    private Reordered(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      String value = super.getHeader(name);
      return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name)
          ? accepted(Objects.requireNonNullElse(value, ""))
          : value;
    }

    private static String accepted(String header) {
      List<String> offered =
          Arrays.stream(header.split(","))
              .map(coding -> coding.replaceAll("\\s", ""))
              .filter(coding -> !coding.matches(".*;q=0(\\.0*)?"))
              .map(coding -> coding.replaceAll(";.*", ""))
              .toList();
      return BEST_FIRST.stream().filter(offered::contains).collect(Collectors.joining(", "));
    }
  }
}
