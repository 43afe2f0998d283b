package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller of the API: one tenant's user, or nobody. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** HTTP/2 would name the host in a field of its own, where no test can put another. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final URI base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Api(URI base) {
    this.base = base;
  }

  static Api anonymous() {
    return new Api(TestStack.base());
  }

  /** Who runs the platform. */
  static Api operator() {
    var answer =
        anonymous()
            .post(
                "/api/auth/login",
                "{\"email\":\"operator@movierecap.example\",\"password\":\"%s\"}"
                    .formatted(TestStack.PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return anonymous().with("Authorization", "Bearer " + json(answer).get("access_token").asText());
  }

  static Api signedIn(String tenant, String user) {
    return signedIn(TestStack.base(), tenant, user);
  }

  static Api signedIn(URI base, String tenant, String user) {
    var api = new Api(base);
    var answer =
        api.with("X-Tenant-ID", tenant)
            .post(
                "/api/auth/login",
                "{\"email\":\"%s@%s.example\",\"password\":\"%s\"}"
                    .formatted(user, tenant, TestStack.PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Api(base)
        .with("Authorization", "Bearer " + json(answer).get("access_token").asText());
  }

  Api with(String header, String value) {
    var copy = new Api(base);
    copy.headers.putAll(headers);
    copy.headers.put(header, value);
    return copy;
  }

  /** What this caller always sends of that name. */
  String header(String name) {
    return java.util.Objects.requireNonNull(headers.get(name));
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  HttpResponse<String> send(String method, String path, @Nullable String json) {
    var request = request(path);
    if (json != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return exchange(
        request.method(
            method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  HttpResponse<String> put(String path, String mediaType, byte[] content) {
    return exchange(
        request(path).header("Content-Type", mediaType).PUT(BodyPublishers.ofByteArray(content)));
  }

  HttpResponse<byte[]> bytes(String path) {
    try {
      return HTTP.send(request(path).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hands a film in, with subtitles or without. */
  HttpResponse<String> upload(String fileName, byte[] film, byte @Nullable [] subtitles) {
    var boundary = "recap-" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    part(body, boundary, "film", fileName, film);
    if (subtitles != null) {
      part(body, boundary, "subtitles", "subtitles.srt", subtitles);
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return exchange(
        request("/api/movies")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Hands a usable film in and waits until it is ready. */
  String movie(Path film, @Nullable Path subtitles) throws IOException {
    var answer =
        upload(
            film.getFileName().toString(),
            Files.readAllBytes(film),
            subtitles == null ? null : Files.readAllBytes(subtitles));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var id = json(answer).get("id").asText();
    var movie = awaitWhile("/api/movies/" + id, "processing");
    assertThat(movie.get("status").asText()).as(movie.toString()).isEqualTo("ready");
    return id;
  }

  /** Orders a recap. */
  String order(String movie, String json) {
    var answer = post("/api/movies/" + movie + "/recaps", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer).get("id").asText();
  }

  /** The recap once it is neither queued nor running any more. */
  JsonNode ended(String recap) {
    return awaitWhile("/api/recaps/" + recap, "queued", "running");
  }

  /** The newest hundred lines of the caller's tenant's log: what was done, and how it ended. */
  List<String> audited() {
    var lines = new ArrayList<String>();
    for (var line : json(get("/api/audit?limit=100")).get("items")) {
      lines.add(line.get("action").asText() + " " + line.get("outcome").asText());
    }
    return lines;
  }

  JsonNode awaitWhile(String path, String... statuses) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var now = json(get(path));
      var status = now.get("status").asText();
      if (!List.of(statuses).contains(status)) {
        return now;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(path + " is still " + now);
      }
      pause();
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }

  static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asserts that an answer is a problem of this kind. */
  static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = json(answer);
    assertThat(problem.get("type").asText()).endsWith("/" + slug);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("???");
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    return request;
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String name, String fileName, byte[] content) {
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(boundary, name, fileName)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }
}
