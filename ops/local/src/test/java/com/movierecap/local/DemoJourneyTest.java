package com.movierecap.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoJourneyTest {
  private record Answer(int status, String body) {}

  @TempDir Path directory;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final DemoJourney journey;

  DemoJourneyTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    journey =
        new DemoJourney(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  @BeforeEach
  void a_server_with_an_empty_library() {
    answers.put("POST /api/auth/login", new Answer(200, "{\"access_token\":\"t\"}"));
    answers.put("GET /api/movies", new Answer(200, "{\"items\":[]}"));
    answers.put("POST /api/movies", new Answer(201, "{\"id\":\"m\"}"));
    answers.put("POST /api/movies/m/recaps", new Answer(202, "{\"id\":\"r\"}"));
    answers.put("GET /api/recaps/r", new Answer(200, "{\"status\":\"succeeded\"}"));
    server.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              name + " " + exchange.getRequestHeaders().getFirst("X-Tenant-ID") + " " + body);
          Answer answer = answers.getOrDefault(name, new Answer(404, "<html>"));
          byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void an_empty_library_gets_the_film_with_its_subtitles_and_a_recap() throws Exception {
    assertThat(walk()).startsWith("the demo film has its recap: http");
    assertThat(requests)
        .anySatisfy(
            request ->
                assertThat(request)
                    .startsWith("POST /api/movies acme")
                    .contains(
                        "name=\"film\"",
                        "the pictures",
                        "name=\"subtitles\"",
                        "the words",
                        "A title"))
        .anySatisfy(
            request -> assertThat(request).contains("/recaps acme {\"length_seconds\":20,"));
  }

  @Test
  void a_library_with_a_film_is_left_as_it_is() throws Exception {
    answers.put("GET /api/movies", new Answer(200, "{\"items\":[{\"id\":\"m\"}]}"));
    assertThat(walk()).isEqualTo("the demo film is in the library already");
    assertThat(requests).noneMatch(request -> request.startsWith("POST /api/movies"));
  }

  @Test
  void what_goes_wrong_is_told_in_one_line() throws Exception {
    answers.put(
        "POST /api/movies",
        new Answer(413, "{\"title\":\"Too large\",\"detail\":\"At most 5 GB.\"}"));
    assertThat(walk())
        .isEqualTo(
            "the demo film did not get its recap: could not upload the demo film:"
                + " the server answered 413 Too large At most 5 GB.");
    answers.remove("POST /api/movies");
    assertThat(walk()).endsWith("the server answered 404");
    answers.put("POST /api/movies", new Answer(201, "{\"id\":\"m\"}"));
    answers.put(
        "GET /api/recaps/r",
        new Answer(200, "{\"status\":\"failed\",\"failure\":{\"code\":\"x\"}}"));
    assertThat(walk())
        .isEqualTo("the demo film did not get its recap: recap r failed: {\"code\":\"x\"}");
  }

  private String walk() throws Exception {
    Path film = Files.writeString(directory.resolve("demo.mp4"), "the pictures");
    Path subtitles = Files.writeString(directory.resolve("demo.srt"), "the words");
    return journey.walk(
        "password", () -> new DemoJourney.Film("A title", film, subtitles), Duration.ofMinutes(1));
  }
}
