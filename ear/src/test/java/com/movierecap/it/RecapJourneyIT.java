package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.local.LocalStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from a film to its recap and what can be done with it, over HTTP. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RecapJourneyIT {
  private static final List<String> OUTPUTS =
      List.of(
          "recap.mp4",
          "recap.vtt",
          "recap.json",
          "poster.jpg",
          "storyboard.jpg",
          "storyboard.vtt",
          "synopsis.txt",
          "recap.edl",
          "recap.otio");
  private static @org.jspecify.annotations.Nullable String movie;

  private final Api editor = Api.signedIn("acme", "editor");

  /** Analysed once for all tests here: they only add recaps to it. */
  private String movie() throws IOException {
    var known = movie;
    if (known == null) {
      known = editor.movie(Films.demo(), Films.subtitles());
      movie = known;
    }
    return known;
  }

  @Test
  void anAnalysedFilmTellsItsShotsItsScenesAndItsSubtitles() throws IOException {
    var film = json(editor.get("/api/movies/" + movie()));
    assertThat(film.get("duration_seconds").asDouble()).isCloseTo(72, within(0.1));
    assertThat(film.get("shots").asInt()).isGreaterThanOrEqualTo(12);
    assertThat(film.get("scenes").asInt()).isGreaterThanOrEqualTo(4);
    var analysis = json(editor.get("/api/movies/" + movie() + "/analysis"));
    assertThat(analysis.get("shots")).hasSize(film.get("shots").asInt());
    assertThat(analysis.get("cues").get(0).get("text").asText()).isNotBlank();
    assertThat(editor.bytes("/api/movies/" + movie() + "/poster.jpg").body())
        .startsWith(0xFF, 0xD8);
  }

  @Test
  void aRecapHasTheLengthThatWasAskedForAndEveryOutput() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":15}");
    var recap = editor.ended(id);
    assertThat(recap.get("status").asText()).as(recap.toString()).isEqualTo("succeeded");
    assertThat(recap.get("rendered_seconds").asDouble()).isCloseTo(15, within(0.3));
    assertThat(picksLength(recap)).isCloseTo(15, within(0.3));
    for (var pick : recap.get("picks")) {
      double sum = 0;
      for (var reason : pick.get("reasons")) {
        sum += reason.asDouble();
      }
      assertThat(sum).isCloseTo(pick.get("score").asDouble(), within(0.001));
    }
    for (var output : OUTPUTS) {
      var url = recap.get("outputs").get(output).asText();
      assertThat(editor.bytes(url).body()).as(output).isNotEmpty();
    }
    var vtt = new String(editor.bytes(output(id, "recap.vtt")).body(), StandardCharsets.UTF_8);
    assertThat(vtt).startsWith("WEBVTT").contains("-->");
  }

  @Test
  void aPartOfAnOutputIsServedWhereItIsAskedFor() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":4,\"captions\":\"none\"}");
    editor.ended(id);
    var whole = editor.bytes(output(id, "recap.mp4"));
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    var part = editor.with("Range", "bytes=4-7").bytes(output(id, "recap.mp4"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes 4-7/" + whole.body().length);
    assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    // a player can start before the whole file is there
    var text = new String(whole.body(), StandardCharsets.ISO_8859_1);
    assertThat(text.indexOf("moov")).isBetween(0, text.indexOf("mdat"));
    var behind = editor.with("Range", "bytes=999999999-").get(output(id, "recap.mp4"));
    assertProblem(behind, 416, "range-not-satisfiable");
    var etag = whole.headers().firstValue("ETag").orElseThrow();
    // the part that is missing of this very file, and all of it where the file is another by now
    var rest = editor.with("Range", "bytes=4-7");
    for (var now : Map.of(etag, 206, "\"other\"", 200, "W/" + etag, 200).entrySet()) {
      var resumed = rest.with("If-Range", now.getKey()).bytes(output(id, "recap.mp4"));
      assertThat(resumed.statusCode()).as(now.getKey()).isEqualTo(now.getValue());
    }
    for (var known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
      var again = editor.with("If-None-Match", known).bytes(output(id, "recap.mp4"));
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).contains(etag);
    }
    assertThat(
            editor.with("If-None-Match", "\"other\"").bytes(output(id, "recap.mp4")).statusCode())
        .isEqualTo(200);
  }

  /** Compressed on its way it is no part of the file that the strong tag names. */
  @Test
  void whatIsCompressedIsSentWholeAndTaggedWeakly() throws IOException {
    var at = "/api/movies/" + movie() + "/analysis";
    var plain = editor.bytes(at);
    var etag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(etag).startsWith("\"");
    var part = editor.with("Range", "bytes=1-2999").bytes(at);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(plain.body(), 1, 3000));
    var zipping = editor.with("Accept-Encoding", "gzip");
    for (var asked : List.of(zipping, zipping.with("Range", "bytes=1-2999"))) {
      var zipped = asked.bytes(at);
      assertThat(zipped.statusCode()).isEqualTo(200);
      assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(zipped.headers().firstValue("ETag")).contains("W/" + etag);
      assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
          .isEqualTo(plain.body());
    }
    for (var known : List.of(etag, "W/" + etag)) {
      assertThat(editor.with("If-None-Match", known).bytes(at).statusCode()).isEqualTo(304);
      assertThat(zipping.with("If-None-Match", known).bytes(at).statusCode()).isEqualTo(304);
    }
  }

  @Test
  void theSoundThatIsAskedForIsHeard() throws IOException {
    var film =
        Films.ffmpeg(
            "two-sounds.mkv",
            "-f",
            "lavfi",
            "-i",
            "testsrc=duration=8:size=160x90:rate=12",
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=440:duration=8",
            "-f",
            "lavfi",
            "-i",
            "anullsrc=duration=8",
            "-map",
            "0",
            "-map",
            "1",
            "-map",
            "2",
            "-c:v",
            "libx264",
            "-c:a",
            "aac");
    var id = json(editor.upload("two-sounds.mkv", film, null)).get("id").asText();
    var orders = new ArrayList<String>();
    for (var track : List.of(1, 2, 3)) {
      orders.add(editor.order(id, "{\"length_seconds\":3,\"audio_track\":%d}".formatted(track)));
    }
    for (int i = 0; i < 2; i++) {
      assertThat(editor.ended(orders.get(i)).get("status").asText()).isEqualTo("succeeded");
      var told = json(editor.get(output(orders.get(i), "recap.json")));
      assertThat(told.get("loudness_lufs").asDouble() > -30).isEqualTo(i == 0);
    }
    var none = editor.ended(orders.get(2));
    assertThat(none.at("/failure/reason").asText()).isEqualTo("input");
    assertThat(none.at("/failure/code").asText()).isEqualTo("no-such-track");
    assertProblem(
        editor.post("/api/movies/" + id + "/recaps", "{\"length_seconds\":3,\"audio_track\":0}"),
        400,
        "invalid-request");
  }

  @Test
  void anotherFilmUnderTheSameKeyIsNotTakenForTheFirst() throws IOException {
    var film = Files.readAllBytes(Films.demo());
    var key = editor.with("Idempotency-Key", UUID.randomUUID().toString());
    var first = key.upload("same.mp4", film, null);
    assertThat(first.statusCode()).isEqualTo(201);
    var again = key.upload("same.mp4", film, null);
    assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
    var stored = films();
    assertProblem(
        key.upload("same.mp4", Arrays.copyOf(film, film.length - 1), null),
        422,
        "idempotency-key-reused");
    assertProblem(
        key.upload("same.mp4", film, Files.readAllBytes(Films.subtitles())),
        422,
        "idempotency-key-reused");
    assertThat(films()).isEqualTo(stored);
  }

  private static List<Path> films() throws IOException {
    return ObjectStore.all().stream().filter(key -> key.endsWith("film")).toList();
  }

  @Test
  void eventsTellEachStageAndTheEnd() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":5}");
    var events = editor.get("/api/recaps/" + id + "/events");
    assertThat(events.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(events.body())
        .contains("event: stage")
        .contains("event: progress")
        .contains("\"stage\":\"render\"")
        .contains("event: done")
        .contains("\"status\":\"succeeded\"");
  }

  @Test
  void picksChangedByHandAreRenderedAsTheyAre() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":6}");
    editor.ended(id);
    var before = editor.get("/api/recaps/" + id);
    var tag = before.headers().firstValue("ETag").orElseThrow();
    var byHand =
        "{\"picks\":[{\"start_seconds\":2,\"end_seconds\":5},"
            + "{\"start_seconds\":30,\"end_seconds\":34.5}]}";
    assertProblem(
        editor.with("If-Match", "\"999\"").send("PUT", "/api/recaps/" + id + "/picks", byHand),
        412,
        "precondition-failed");
    var changed = editor.with("If-Match", tag).send("PUT", "/api/recaps/" + id + "/picks", byHand);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(editor.post("/api/recaps/" + id + "/render", "{}").statusCode()).isEqualTo(202);
    var recap = editor.ended(id);
    assertThat(recap.get("status").asText()).as(recap.toString()).isEqualTo("succeeded");
    assertThat(recap.get("picks")).hasSize(2);
    assertThat(recap.get("rendered_seconds").asDouble()).isCloseTo(7.5, within(0.1));
  }

  @Test
  void picksAreChosenAgainAroundWhatIsKeptAndLeftOut() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":12,\"style\":\"dialogue\"}");
    var before = editor.ended(id).get("picks");
    var keep = before.get(0);
    var drop = before.get(1);
    var body =
        "{\"locked\":[{\"start_seconds\":%s,\"end_seconds\":%s}],\"excluded\":[{\"start_seconds\":%s,\"end_seconds\":%s}]}"
            .formatted(
                keep.get("start_seconds"),
                keep.get("end_seconds"),
                drop.get("start_seconds"),
                drop.get("end_seconds"));
    var chosen = json(editor.post("/api/recaps/" + id + "/choose", body));
    assertThat(chosen.get("style").asText()).isEqualTo("dialogue");
    assertThat(chosen.get("locked")).hasSize(1);
    assertThat(picksLength(chosen)).isCloseTo(12, within(0.1));
    assertThat(editor.post("/api/recaps/" + id + "/render", "{}").statusCode()).isEqualTo(202);
    var recap = editor.ended(id);
    assertThat(recap.get("picks")).isEqualTo(chosen.get("picks"));
    assertThat(recap.get("picks"))
        .anyMatch(
            p ->
                Math.abs(seconds(p, "start") - seconds(keep, "start")) < 0.05
                    && Math.abs(seconds(p, "end") - seconds(keep, "end")) < 0.05)
        .allMatch(
            p ->
                seconds(p, "end") < seconds(drop, "start") + 0.05
                    || seconds(p, "start") > seconds(drop, "end") - 0.05);
    assertProblem(
        editor.post(
            "/api/recaps/" + id + "/choose",
            "{\"locked\":[{\"start_seconds\":1,\"end_seconds\":40}]}"),
        400,
        "locked-too-long");
    assertProblem(
        editor.post(
            "/api/recaps/" + id + "/choose",
            "{\"excluded\":[{\"start_seconds\":0,\"end_seconds\":70}]}"),
        400,
        "excluded-too-much");
    assertProblem(
        editor.post(
            "/api/recaps/" + id + "/choose",
            "{\"locked\":[{\"start_seconds\":9,\"end_seconds\":4}]}"),
        400,
        "invalid-request");
  }

  private static double seconds(JsonNode pick, String end) {
    return pick.get(end + "_seconds").asDouble();
  }

  @Test
  void severalShapesComeOfOneOrder() throws IOException {
    var id =
        editor.order(
            movie(),
            "{\"length_seconds\":5,\"aspect\":\"16:9\",\"more_aspects\":[\"9:16\",\"16:9\"],"
                + "\"loudness\":\"social\",\"style\":\"trailer\"}");
    var recap = editor.ended(id);
    assertThat(recap.get("status").asText()).as(recap.toString()).isEqualTo("succeeded");
    assertThat(recap.get("more_aspects")).hasSize(1);
    assertThat(recap.get("loudness_lufs").asDouble()).isCloseTo(-14, within(0.5));
    assertThat(editor.bytes(output(id, "recap-9x16.mp4")).body()).isNotEmpty();
    assertProblem(
        editor.post(
            "/api/movies/" + movie() + "/recaps", "{\"length_seconds\":5,\"style\":\"epic\"}"),
        400,
        "invalid-request");
    assertProblem(
        editor.post(
            "/api/movies/" + movie() + "/recaps",
            "{\"length_seconds\":5,\"lossless\":true,\"aspect\":\"9:16\"}"),
        400,
        "lossless-unchangeable");
  }

  @Test
  void picksOutsideTheFilmAreRefused() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":4}");
    editor.ended(id);
    for (var range : List.of("-1,5", "5,5", "9,3", "70,99")) {
      var ends = range.split(",");
      var body =
          "{\"picks\":[{\"start_seconds\":%s,\"end_seconds\":%s}]}".formatted(ends[0], ends[1]);
      assertProblem(
          editor.send("PUT", "/api/recaps/" + id + "/picks", body), 400, "invalid-request");
    }
  }

  @Test
  void theSameOrderUnderTheSameKeyIsOneRecap() throws IOException {
    var key = editor.with("Idempotency-Key", UUID.randomUUID().toString());
    var first = key.order(movie(), "{\"length_seconds\":4}");
    assertThat(key.order(movie(), "{\"length_seconds\":4}")).isEqualTo(first);
    assertProblem(
        key.post("/api/movies/" + movie() + "/recaps", "{\"length_seconds\":5}"),
        422,
        "idempotency-key-reused");
    editor.ended(first);
  }

  @Test
  void aKeyIsOnePersonsAndAnUnfitOneIsRefused() throws IOException {
    var name = UUID.randomUUID().toString();
    var order = "{\"length_seconds\":4}";
    var mine = editor.with("Idempotency-Key", '"' + name + '"').order(movie(), order);
    // with or without quotes it is the same key
    assertThat(editor.with("Idempotency-Key", name).order(movie(), order)).isEqualTo(mine);
    var theirs = Api.signedIn("acme", "admin").with("Idempotency-Key", name);
    assertThat(theirs.order(movie(), order)).isNotEqualTo(mine);
    for (var unfit : new String[] {"", "\"\"", "a b", "x".repeat(256)}) {
      assertProblem(
          editor.with("Idempotency-Key", unfit).post("/api/movies/" + movie() + "/recaps", order),
          400,
          "idempotency-key-malformed");
    }
  }

  @Test
  @SuppressWarnings("unchecked") // what any of several futures gives has no type
  void aRequestThatIsUnderWayIsNotDoneASecondTime() throws Exception {
    var film = editor.movie(Films.demo(), null);
    var key = editor.with("Idempotency-Key", UUID.randomUUID().toString());
    var path = "/api/movies/" + film + "/recaps";
    var order = "{\"length_seconds\":4}";
    List<CompletableFuture<HttpResponse<String>>> both;
    try (var holder = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      holder.setAutoCommit(false);
      try (var hold = holder.createStatement()) {
        hold.execute(
            "select set_config('app.tenant_id', id::text, true) from tenant where slug = 'acme'");
        hold.execute("select 1 from movie where id = '" + film + "' for update");
      }
      both =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> key.post(path, order)))
              .limit(2)
              .toList();
      // one waits for the film, and holds the key meanwhile
      var refused =
          CompletableFuture.anyOf(both.toArray(CompletableFuture[]::new))
              .orTimeout(30, TimeUnit.SECONDS)
              .join();
      assertProblem((HttpResponse<String>) refused, 409, "request-in-progress");
      holder.rollback();
    }
    assertThat(both.stream().map(answer -> answer.join().statusCode()))
        .containsExactlyInAnyOrder(202, 409);
    assertThat(json(editor.get(path)).get("items")).hasSize(1);
  }

  @Test
  void theSameUploadUnderTheSameKeyIsOneFilm() throws IOException {
    var key = editor.with("Idempotency-Key", UUID.randomUUID().toString());
    var film = Files.readAllBytes(Films.demo());
    var first = json(key.upload("twice.mp4", film, null)).get("id").asText();
    assertThat(json(key.upload("twice.mp4", film, null)).get("id").asText()).isEqualTo(first);
    assertProblem(key.upload("other.mp4", film, null), 422, "idempotency-key-reused");
  }

  @Test
  void aCancelledRecapEndsAndADeletedOneIsGone() throws IOException {
    var id = editor.order(movie(), "{\"length_seconds\":30}");
    assertThat(editor.post("/api/recaps/" + id + "/cancel", "{}").statusCode()).isEqualTo(200);
    assertThat(editor.ended(id).get("status").asText()).isEqualTo("cancelled");
    assertThat(editor.send("DELETE", "/api/recaps/" + id, null).statusCode()).isEqualTo(204);
    assertProblem(editor.get("/api/recaps/" + id), 404, "not-found");
  }

  @Test
  void aDeletedFilmLeavesNothing() throws Exception {
    var film = editor.movie(Films.demo(), null);
    var recap = editor.order(film, "{\"length_seconds\":4}");
    editor.ended(recap);
    assertThat(ObjectStore.keysContaining(film)).isNotEmpty();
    assertThat(ObjectStore.keysContaining(recap)).isNotEmpty();
    assertThat(editor.send("DELETE", "/api/movies/" + film, null).statusCode()).isEqualTo(204);
    assertProblem(editor.get("/api/movies/" + film), 404, "not-found");
    assertProblem(editor.get("/api/recaps/" + recap), 404, "not-found");
    assertThat(ObjectStore.keysContaining(film)).isEmpty();
    assertThat(ObjectStore.keysContaining(recap)).isEmpty();
  }

  @Test
  void aListComesInPagesNewestFirst() throws IOException {
    movie();
    var viewer = Api.signedIn("globex", "editor");
    var older = viewer.movie(Films.demo(), null);
    var newer = viewer.movie(Films.demo(), null);
    var first = json(viewer.get("/api/movies?limit=1"));
    assertThat(first.get("items").get(0).get("id").asText()).isEqualTo(newer);
    var second = json(viewer.get("/api/movies?limit=1&after=" + first.get("next").asText()));
    assertThat(second.get("items").get(0).get("id").asText()).isEqualTo(older);
  }

  private static String output(String recap, String name) {
    return "/api/recaps/" + recap + "/outputs/" + name;
  }

  private static double picksLength(JsonNode recap) {
    double sum = 0;
    for (var pick : recap.get("picks")) {
      sum += pick.get("end_seconds").asDouble() - pick.get("start_seconds").asDouble();
    }
    return sum;
  }
}
