package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What cannot be used gets its own clear error, leaves nothing behind and harms nobody after it.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BadInputIT {
  private final Api editor = Api.signedIn("acme", "editor");

  @AfterEach
  void theNextUploadWorks() throws IOException {
    assertThat(editor.movie(Films.demo(), null)).isNotBlank();
  }

  @Test
  void whatCanBeSeenToBeNoFilmIsRefusedAtOnceAndNotStored() throws IOException {
    var before = ObjectStore.all();
    assertProblem(editor.upload("empty.mp4", new byte[0], null), 400, "empty-file");
    assertProblem(editor.upload("text.mp4", bytes("Dear diary, "), null), 400, "not-a-film");
    assertProblem(
        editor.upload("list.mp4", bytes("#EXTM3U\nhttp://127.0.0.1/x.ts\n"), null),
        400,
        "playlist");
    assertProblem(
        editor.upload("list.mp4", bytes("ffconcat version 1.0\nfile '/etc/passwd'\n"), null),
        400,
        "playlist");
    assertProblem(editor.post("/api/movies", "{}"), 415, "unsupported-media-type");
    assertThat(ObjectStore.all()).isEqualTo(before);
  }

  @Test
  void whatOnlyDecodingShowsFailsTheFilmWithItsReason() throws IOException {
    var whole = Files.readAllBytes(Films.demo());
    assertThat(failure("half.mp4", Arrays.copyOf(whole, whole.length / 2), null))
        .isEqualTo("truncated");
    var sound = Films.ffmpeg("sound.mp4", "-f", "lavfi", "-i", "sine=duration=3", "-c:a", "aac");
    assertThat(failure("sound.mp4", sound, null)).isEqualTo("no-video");
    // a codec that nobody knows
    var foreign =
        new String(whole, StandardCharsets.ISO_8859_1)
            .replace("avc1", "zzzz")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(failure("foreign.mp4", foreign, null)).isEqualTo("unsupported-codec");
    var header = Arrays.copyOf(whole, 100);
    assertThat(failure("header.mp4", header, null)).isIn("truncated", "damaged", "no-streams");
  }

  @Test
  void whatOnlyTheSecondReaderCanDecodeIsReadToo() throws IOException {
    var av1 =
        Films.ffmpeg(
            "av1.mp4",
            "-f",
            "lavfi",
            "-i",
            "testsrc=duration=3:size=160x90:rate=12",
            "-c:v",
            "libsvtav1",
            "-preset",
            "12");
    var movie = uploaded("av1.mp4", av1, null);
    assertThat(movie.get("status").asText()).as(movie.toString()).isEqualTo("ready");
    assertThat(movie.get("video_codec").asText()).isEqualTo("av1");
  }

  @Test
  void subtitlesInAnyEncodingAreReadAndNonsenseIsNamed() throws IOException {
    var film = Files.readAllBytes(Films.demo());
    var text = Files.readString(Films.subtitles());
    var movie = uploaded("utf16.mp4", film, text.getBytes(StandardCharsets.UTF_16));
    assertThat(movie.get("status").asText()).as(movie.toString()).isEqualTo("ready");
    var cues =
        json(editor.get("/api/movies/" + movie.get("id").asText() + "/analysis")).get("cues");
    assertThat(cues.size()).isGreaterThan(10);

    var oneBroken = text.replaceFirst("\\d\\d:\\d\\d:\\d\\d,\\d{3} -->", "99:zz:99 -->");
    var mended = uploaded("broken.mp4", film, oneBroken.getBytes(StandardCharsets.UTF_8));
    assertThat(mended.get("status").asText()).as(mended.toString()).isEqualTo("ready");

    // told at once, and not when the film has been watched for nothing
    var before = ObjectStore.all();
    assertProblem(
        editor.upload("nonsense.mp4", film, bytes("no times at all\n\nnone\n")),
        400,
        "subtitles-unreadable");
    assertThat(ObjectStore.all()).isEqualTo(before);
  }

  @Test
  void lengthsThatCannotBeAreRefusedBeforeAnyWork() throws IOException {
    var orders = "/api/movies/" + editor.movie(Films.demo(), null) + "/recaps";
    assertProblem(editor.post(orders, "{\"length_seconds\":0}"), 400, "length-not-positive");
    assertProblem(editor.post(orders, "{\"length_seconds\":-5}"), 400, "length-not-positive");
    assertProblem(editor.post(orders, "{\"length_seconds\":0.99}"), 400, "length-not-positive");
    assertProblem(editor.post(orders, "{\"length_seconds\":72.5}"), 400, "length-too-long");
    assertProblem(editor.post(orders, "{}"), 400, "invalid-request");
    assertProblem(
        editor.post(orders, "{\"length_seconds\":5,\"aspect\":\"4:3\"}"), 400, "invalid-request");
    assertProblem(
        editor.post(orders, "{\"length_seconds\":5,\"aspekt\":\"1:1\"}"), 400, "malformed-json");
    assertProblem(editor.post(orders, "{\"length_seconds\":"), 400, "malformed-json");
    assertThat(json(editor.get(orders)).get("items")).isEmpty();
  }

  @Test
  void aLengthWishedForBeforeTheFilmWasKnownFailsWithItsReason() throws IOException {
    var answer = editor.upload("early.mp4", Files.readAllBytes(Films.demo()), null);
    var recap = editor.order(json(answer).get("id").asText(), "{\"length_seconds\":5000}");
    var failure = editor.ended(recap).get("failure");
    assertThat(failure.get("reason").asText()).isEqualTo("input");
    assertThat(failure.get("code").asText()).isEqualTo("length-too-long");
  }

  @Test
  void aRecapOfAFilmThatCannotBeUsedFailsWithTheFilmsReason() throws IOException {
    var whole = Files.readAllBytes(Films.demo());
    var answer = editor.upload("half.mp4", Arrays.copyOf(whole, whole.length / 2), null);
    var movie = json(answer).get("id").asText();
    var recap = editor.order(movie, "{\"length_seconds\":5}");
    var failure = editor.ended(recap).get("failure");
    assertThat(failure.get("code").asText()).isEqualTo("truncated");
    assertProblem(
        editor.post("/api/movies/" + movie + "/recaps", "{\"length_seconds\":5}"),
        409,
        "movie-unusable");
  }

  @Test
  void aPlaylistInAFilmsClothesNeverOpensAnotherAddress() throws IOException {
    var calls = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.ts";
      for (var list :
          List.of(
              "#EXTM3U\n#EXTINF:1,\n" + address + "\n",
              "\0\0\0\u0014ftypisom\0\0\0\0isom#EXTM3U\n#EXTINF:1,\n" + address + "\n",
              "<MPD><BaseURL>" + address + "</BaseURL></MPD>")) {
        var answer = editor.upload("list.mp4", bytes(list), null);
        if (answer.statusCode() == 201) {
          var id = json(answer).get("id").asText();
          assertThat(editor.awaitWhile("/api/movies/" + id, "processing").get("status").asText())
              .isEqualTo("failed");
        }
      }
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private String failure(String name, byte[] film, byte @Nullable [] subtitles) {
    var movie = uploaded(name, film, subtitles);
    assertThat(movie.get("status").asText()).as(movie.toString()).isEqualTo("failed");
    var failure = movie.get("failure");
    assertThat(failure.get("reason").asText()).as(movie.toString()).isEqualTo("input");
    assertThat(failure.get("stage").asText()).isNotBlank();
    assertThat(failure.get("detail").asText()).isNotBlank().doesNotContain("???");
    return failure.get("code").asText();
  }

  private JsonNode uploaded(String name, byte[] film, byte @Nullable [] subtitles) {
    var answer = editor.upload(name, film, subtitles);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return editor.awaitWhile("/api/movies/" + json(answer).get("id").asText(), "processing");
  }

  private static byte[] bytes(String text) {
    return text.repeat(3).getBytes(StandardCharsets.UTF_8);
  }
}
