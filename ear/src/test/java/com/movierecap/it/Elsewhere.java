package com.movierecap.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * A caller from another address of this machine's (127.0.0.0/8), which the HTTP client of Java 17
 * cannot be.
 *
 * @param address the caller's
 * @param tenant the tenant that it names, or null
 */
record Elsewhere(String address, @Nullable String tenant) {
  /** An address that no other test has. */
  static Elsewhere fresh(@Nullable String tenant) {
    var random = ThreadLocalRandom.current();
    return new Elsewhere(
        "127.%d.%d.%d"
            .formatted(random.nextInt(1, 255), random.nextInt(256), random.nextInt(1, 255)),
        tenant);
  }

  Elsewhere naming(@Nullable String other) {
    return new Elsewhere(address, other);
  }

  HttpResponse<String> login(String email, String password, String... headers) {
    return post(
        "/api/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
        headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    var base = TestStack.base();
    var content = json.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("POST " + path + " HTTP/1.0\r\n");
    head.append("Host: localhost:" + base.getPort() + "\r\n");
    head.append("Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n");
    if (tenant != null) {
      head.append("X-Tenant-ID: " + tenant + "\r\n");
    }
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    try (var socket =
        new Socket(
            InetAddress.getByName("127.0.0.1"),
            base.getPort(),
            InetAddress.getByName(address),
            0)) {
      var out = socket.getOutputStream();
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(content);
      out.flush();
      return Answer.of(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
          URI.create(base + path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Answer(int statusCode, HttpHeaders headers, String body, URI uri)
      implements HttpResponse<String> {
    static Answer of(String text, URI uri) {
      int end = text.indexOf("\r\n\r\n");
      var lines = text.substring(0, end).split("\r\n");
      Map<String, List<String>> headers = new HashMap<>();
      for (int i = 1; i < lines.length; i++) {
        var pair = lines[i].split(": ?", 2);
        headers.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1]);
      }
      return new Answer(
          Integer.parseInt(lines[0].split(" ")[1]),
          HttpHeaders.of(headers, (name, value) -> true),
          text.substring(end + 4),
          uri);
    }

    @Override
    public HttpRequest request() {
      return HttpRequest.newBuilder(uri).build();
    }

    @Override
    public Optional<HttpResponse<String>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
