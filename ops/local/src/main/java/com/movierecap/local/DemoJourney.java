package com.movierecap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through the product as a customer would, by its public API: sign in, upload a film,
 * ask for a recap, wait for it. A fresh stack so has something to look at, and a broken one says so
 * at its start.
 */
public final class DemoJourney {
  /** The film and, if there are any, its subtitles. */
  public record Film(String title, Path mp4, @Nullable Path subtitles) {}

  /** Makes the film; only asked when the library is empty, because that takes a while. */
  @FunctionalInterface
  public interface FilmMaker {
    Film make() throws Exception;
  }

  /** A step that the server answered otherwise than it should; the message is one line. */
  static final class Stumble extends Exception {
    private static final long serialVersionUID = 1;

    Stumble(String message) {
      super(message);
    }
  }

  private static final String TENANT = "acme";
  private static final String EMAIL = "editor@acme.example";
  private static final Duration POLL = Duration.ofMillis(500);

  private final URI server;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  public DemoJourney(URI server) {
    this.server = server;
  }

  /**
   * Goes all the way, or no further than the library if that has a film already.
   *
   * @return one line about how it went; a failure here is no reason to stop the server
   */
  public String walk(String password, FilmMaker films, Duration patience)
      throws InterruptedException {
    try {
      String token = signIn(password);
      if (hasMovies(token)) {
        return "the demo film is in the library already";
      }
      long deadline = System.nanoTime() + patience.toNanos();
      String movie = upload(token, films.make());
      return recap(token, movie, deadline);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return "the demo film did not get its recap: " + oneLine(e);
    }
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  private String signIn(String password) throws Exception {
    String body = json.writeValueAsString(Map.of("email", EMAIL, "password", password));
    JsonNode answer =
        call(
            "sign in",
            request("/api/auth/login", null)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)),
            200);
    return answer.path("access_token").asText();
  }

  private boolean hasMovies(String token) throws Exception {
    JsonNode answer = call("list the movies", request("/api/movies?limit=1", token).GET(), 200);
    if (answer.isArray()) {
      return !answer.isEmpty();
    }
    for (JsonNode field : answer) {
      if (field.isArray()) {
        return !field.isEmpty();
      }
    }
    return false;
  }

  private String upload(String token, Film film) throws Exception {
    String boundary = "recap-" + UUID.randomUUID();
    BodyPublisher subtitles =
        film.subtitles() == null
            ? BodyPublishers.noBody()
            : file(boundary, "subtitles", film.subtitles(), "application/x-subrip");
    BodyPublisher body =
        BodyPublishers.concat(
            text(boundary, "title", film.title()),
            text(boundary, "language", "en"),
            subtitles,
            file(boundary, "film", film.mp4(), "video/mp4"),
            BodyPublishers.ofString("--" + boundary + "--\r\n"));
    JsonNode movie =
        call(
            "upload the demo film",
            request("/api/movies", token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body),
            201);
    return movie.path("id").asText();
  }

  private static BodyPublisher text(String boundary, String name, String value) {
    return BodyPublishers.ofString(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(boundary, name, value));
  }

  private static BodyPublisher file(String boundary, String name, Path file, String type)
      throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, name, file.getFileName(), type);
    return BodyPublishers.concat(
        BodyPublishers.ofString(head),
        BodyPublishers.ofFile(file),
        BodyPublishers.ofString("\r\n"));
  }

  private String recap(String token, String movie, long deadline) throws Exception {
    String wish =
        "{\"length_seconds\":20,\"aspect\":\"source\",\"captions\":\"soft\",\"spoilers\":true}";
    HttpRequest.Builder request =
        request("/api/movies/" + movie + "/recaps", token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", movie)
            .POST(BodyPublishers.ofString(wish));
    String id = call("ask for a recap", request, 202).path("id").asText();
    while (System.nanoTime() < deadline) {
      JsonNode recap = call("look at the recap", request("/api/recaps/" + id, token).GET(), 200);
      switch (recap.path("status").asText()) {
        case "succeeded" -> {
          return "the demo film has its recap: " + server.resolve("/api/recaps/" + id);
        }
        case "failed", "cancelled" ->
            throw new Stumble(
                "recap " + id + " " + recap.path("status").asText() + ": " + recap.path("failure"));
        default -> Thread.sleep(POLL.toMillis());
      }
    }
    throw new Stumble("recap " + id + " is still at work; look at it in the portal");
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "application/json, application/problem+json")
            .header("X-Tenant-ID", TENANT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode call(String step, HttpRequest.Builder request, int expected) throws Exception {
    HttpResponse<String> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Stumble("could not " + step + ": " + e);
    }
    if (response.statusCode() != expected) {
      throw new Stumble(
          "could not %s: the server answered %d %s"
              .formatted(step, response.statusCode(), reason(response.body()))
              .strip());
    }
    return json.readTree(response.body());
  }

  /** What a problem+json says of itself; anything else is for a browser and tells nothing here. */
  private String reason(String body) {
    try {
      JsonNode problem = json.readTree(body);
      return "%s %s".formatted(problem.path("title").asText(), problem.path("detail").asText());
    } catch (IOException noJson) {
      return "";
    }
  }
}
