package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever goes away in the middle of an upload leaves no secret behind: not in a log and not in a
 * dump of the server's.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BrokenUploadIT extends PortalVisit {
  private static final String BOUNDARY = "------broken";

  @Test
  void noSecretOfABrokenUploadStaysOnTheServer() throws IOException {
    var editor = Api.signedIn("acme", "editor");
    var key =
        Api.json(
                editor.post(
                    "/api/keys",
                    "{\"name\":\"breaks off\",\"scopes\":[\"write\"],\"expires_in_days\":1}"))
            .get("secret")
            .asText();
    var token = editor.header("Authorization");
    signIn("acme", "editor");
    var session =
        page.context().cookies().stream()
            .filter(cookie -> cookie.name.endsWith("RECAPSID"))
            .findFirst()
            .orElseThrow();
    var cookie = session.name + "=" + session.value;

    for (var chunked : new boolean[] {false, true}) {
      breakOff("/api/movies", Map.of("X-API-Key", key), chunked);
      breakOff("/api/movies", Map.of("Authorization", token), chunked);
      breakOff("/api/movies", Map.of("Cookie", cookie), chunked);
      for (var path : List.of("/portal/intake", "/portal/intake/check", "/portal/upload.xhtml")) {
        var sent = new LinkedHashMap<>(Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin"));
        sent.putAll(Map.of("Film-Title", "Broken", "Film-Name", "broken.mp4"));
        breakOff(path, sent, chunked);
      }
    }
    // whoever comes next is served, and what was told of the broken ones has been written by then
    assertThat(editor.get("/api/movies").statusCode()).isEqualTo(200);

    var logs = TestStack.WLP.resolve("usr/servers/recap-it");
    assertThat(logs.resolve("logs/messages.log")).exists();
    for (var secret : List.of(key, token.substring("Bearer ".length()), session.value)) {
      assertThat(holding(secret, logs)).isEmpty();
      assertThat(holding(secret, TestStack.STATE)).isEmpty();
    }
  }

  /** Sends the head and less of the body than it promises, and is gone. */
  private static void breakOff(String path, Map<String, String> headers, boolean chunked)
      throws IOException {
    var film = Files.readAllBytes(Films.demo());
    var base = TestStack.base();
    try (var socket = new Socket(InetAddress.getByName(base.getHost()), base.getPort())) {
      var out = socket.getOutputStream();
      var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: acme.localhost:");
      head.append(base.getPort()).append("\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      head.append("Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n");
      head.append(
          chunked
              ? "Transfer-Encoding: chunked\r\n\r\n"
              : "Content-Length: " + (film.length + 1000) + "\r\n\r\n");
      send(out, head.toString());
      var part =
          "--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; name=\"film\"; filename=\"broken.mp4\"\r\n"
              + "Content-Type: video/mp4\r\n\r\n";
      var body = Arrays.copyOf(film, film.length / 2);
      if (chunked) {
        send(out, Integer.toHexString(part.length() + film.length) + "\r\n");
      }
      send(out, part);
      out.write(body);
      out.flush();
    } catch (SocketException e) {
      // refused before it was all sent: what counts is the head, which has arrived
      return;
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Files below a folder that hold a text. */
  private static List<Path> holding(String text, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/workarea/"))
          .filter(file -> holds(file, text))
          .toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
