package io.agentportal.platform.http;

import io.agentportal.platform.errors.PortalException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Serves the console from `static/` of the class path.
///
/// Files under `/assets/` carry a hash in their name and never change. Any other address that looks
/// like a page of the console answers `index.html`, so that people can reload and share it.
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {
  private static final String LOCATION = "classpath:/static/";
  private static final String PAGE = "index.html";
  private static final Duration FOR_EVER = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Neither chain is cached: Spring's cache would hand brotli to a client that refuses it, and
    // visitors could fill it with addresses that all mean index.html.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(LOCATION + "assets/")
        .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
        .resourceChain(false)
        .addResolver(new BrotliFirst())
        .addResolver(new PathResourceResolver());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(LOCATION)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new BrotliFirst())
        .addResolver(new PageResolver());
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/" + PAGE);
  }

  /// An address under `/api` that no controller knows, whatever the method. Stands behind the
  /// controllers and before the files.
  @Bean
  SimpleUrlHandlerMapping unknownApiAddresses(ApiErrors errors) {
    HttpRequestHandler unknown =
        (request, response) ->
            errors.write(
                PortalException.notFound("address", request.getRequestURI()), request, response);
    return new SimpleUrlHandlerMapping(Map.of("/api/**", unknown), 1);
  }

  /// Finds files; answers the page for addresses that name no file.
  private static final class PageResolver extends PathResourceResolver {
    private static final List<String> NO_PAGES = List.of("api/", "assets/", "webhook/");

    @Override
    protected @Nullable Resource resolveResourceInternal(
        @Nullable HttpServletRequest request,
        String requestPath,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      Resource file = super.resolveResourceInternal(request, requestPath, locations, chain);
      return file != null || !isPage(requestPath)
          ? file
          : super.resolveResourceInternal(request, PAGE, locations, chain);
    }

    private static boolean isPage(String path) {
      return NO_PAGES.stream().noneMatch(path::startsWith)
          && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }

    /// Folders are no files, also where the class path is one.
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource found = super.getResource(path, location);
      return found != null && Objects.requireNonNullElse(found.getFilename(), "").isEmpty()
          ? null
          : found;
    }
  }
}
