package io.agentportal.platform.http;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Puts what a controller returns into the envelope. Text, CSV and event streams pass as they are.
@RestControllerAdvice(basePackages = "io.agentportal")
class EnvelopeAdvice implements ResponseBodyAdvice<Object> {
  private final Clock clock;

  EnvelopeAdvice(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
    return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType contentType,
      Class<? extends HttpMessageConverter<?>> converterType,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ApiEnvelope
        || !Objects.requireNonNullElse(request.getURI().getPath(), "").startsWith("/api/")) {
      return body;
    }
    return ApiEnvelope.success(body, clock.instant());
  }
}
