package io.agentportal.platform.client;

import io.agentportal.platform.client.HttpOutcome.Answered;
import io.agentportal.platform.client.HttpOutcome.Uncertain;
import io.agentportal.platform.client.HttpOutcome.Unsent;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Moves files between partners and this machine's disk, never through memory as a whole.
@Component
public class PartnerFiles {
  private static final int MOST_REDIRECTS = 3;

  private final PartnerHttp http;

  PartnerFiles(PartnerHttp http) {
    this.http = http;
  }

  /// Outside Spring, for tests.
  public static PartnerFiles over(PartnerHttp http) {
    return new PartnerFiles(http);
  }

  /// Fetches into a file. Follows redirects to configured partners only, and never takes the
  /// credentials along.
  public FileOutcome fetch(PartnerRequest request, Path file, long maxBytes) {
    PartnerRequest next = request;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (!http.isAllowed(next.uri())) {
        return new FileOutcome.Gone(
            "host-not-allowed",
            "The file is at " + next.uri().getHost() + ", which is no partner.");
      }
      HttpOutcome outcome =
          http.exchange(next, BodyPublishers.noBody(), into(file, maxBytes, next));
      if (outcome instanceof Answered answer && answer.status() / 100 == 3) {
        String location = answer.headers().firstValue("Location").orElse("");
        URI target = next.uri().resolve(location);
        next = PartnerRequest.get(target).withTimeout(request.timeout());
        continue;
      }
      return judge(outcome, file, maxBytes);
    }
    return new FileOutcome.Gone("redirects", "The file's address leads in circles.");
  }

  /// Sends a form with one file.
  ///
  /// @param request without body; its content type is set here
  /// @param fields each as name and value
  public HttpOutcome upload(
      PartnerRequest request, String[][] fields, String mime, String fileName, Path file) {
    String boundary = "portal-" + UUID.randomUUID();
    StringBuilder head = new StringBuilder();
    for (String[] field : fields) {
      head.append(part(boundary, "name=\"" + field[0] + "\"", "")).append(field[1]).append("\r\n");
    }
    String safe = fileName.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    String type = "Content-Type: " + mime + "\r\n";
    head.append(part(boundary, "name=\"file\"; filename=\"" + safe + "\"", type));
    String end = "\r\n--" + boundary + "--\r\n";
    try {
      BodyPublisher body =
          BodyPublishers.concat(
              BodyPublishers.ofByteArray(head.toString().getBytes(StandardCharsets.UTF_8)),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofByteArray(end.getBytes(StandardCharsets.UTF_8)));
      PartnerRequest form =
          request.withHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
      return http.exchange(form, body, PartnerHttp.bytes(form));
    } catch (FileNotFoundException gone) {
      return new Unsent("the file is not there: " + gone.getMessage());
    }
  }

  private static String part(String boundary, String names, String more) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; "
        + names
        + "\r\n"
        + more
        + "\r\n";
  }

  private static BodyHandler<byte[]> into(Path file, long maxBytes, PartnerRequest request) {
    return answer ->
        answer.statusCode() / 100 == 2
            ? BodySubscribers.mapping(
                BodyHandlers.limiting(BodyHandlers.ofFile(file), maxBytes).apply(answer),
                _ -> new byte[0])
            : PartnerHttp.bytes(request).apply(answer);
  }

  private static FileOutcome judge(HttpOutcome outcome, Path file, long maxBytes) {
    return switch (outcome) {
      case Answered answer when answer.isSuccess() ->
          new FileOutcome.Fetched(answer.headers().firstValue("Content-Type").orElse(null), null);
      case Answered answer when answer.status() == 429 || answer.status() >= 500 ->
          new FileOutcome.Later("The partner answered " + answer.status() + ".");
      case Answered answer ->
          new FileOutcome.Gone(
              "http-" + answer.status(), "The partner answered " + answer.status() + ".");
      case Unsent(var reason) -> new FileOutcome.Later(reason);
      case Uncertain(var reason) ->
          size(file) >= maxBytes
              ? new FileOutcome.Gone("too-large", "The file is too large.")
              : new FileOutcome.Later(reason);
    };
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }
}
