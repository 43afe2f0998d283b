package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words of a film: they come, change and go without the film being watched again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SubtitlesIT {
  private static final String PLAIN = "application/octet-stream";

  private final OwnTenant tenant = OwnTenant.create();
  private final Api api = tenant.admin();

  @Test
  void theyAreAddedReplacedMovedAndTakenAway() throws IOException {
    var movie = api.movie(Films.demo(), null);
    var at = "/api/movies/" + movie + "/subtitles";
    assertProblem(api.get(at), 404, "not-found");
    assertProblem(api.send("DELETE", at, null), 404, "not-found");
    assertProblem(api.send("PATCH", at, "{\"offset_seconds\":1}"), 404, "not-found");
    var recap = api.order(movie, "{\"length_seconds\":12}");
    assertThat(api.ended(recap).get("status").asText()).isEqualTo("succeeded");
    var captions = api.get("/api/recaps/" + recap + "/outputs/recap.vtt").body();

    var late = shifted(3).getBytes(StandardCharsets.UTF_8);
    var put = api.put(at + "?file_name=late.srt", PLAIN, late);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(json(put).get("source").asText()).isEqualTo("file");
    assertThat(json(put).get("file_name").asText()).isEqualTo("late.srt");
    assertThat(json(put).get("format").asText()).isEqualTo("SubRip");
    assertThat(json(movieOf(movie)).get("has_subtitles").asBoolean()).isTrue();
    assertThat(analysis(movie).get("cues").size()).isEqualTo(json(put).get("cues").asInt());
    assertThat(analysis(movie).get("sentences").size()).isPositive();

    var better = json(put).get("better");
    assertThat(better.get("offset_seconds").asDouble()).isBetween(-3.4, -2.6);
    var mended =
        api.send("PATCH", at, "{\"offset_seconds\":-3.0,\"stretch\":1.0,\"encoding\":null}");
    assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
    assertThat(json(mended).has("better")).isFalse();
    assertThat(analysis(movie).at("/cues/0/start_seconds").asDouble()).isEqualTo(0.9);
    assertThat(json(api.get(at))).isEqualTo(json(mended));

    // recaps that were made stay, those to come have the words
    assertThat(api.get("/api/recaps/" + recap + "/outputs/recap.vtt").body()).isEqualTo(captions);
    var worded = api.order(movie, "{\"length_seconds\":12}");
    assertThat(api.ended(worded).get("status").asText()).isEqualTo("succeeded");
    assertThat(api.get("/api/recaps/" + worded + "/outputs/recap.vtt").body()).contains("-->");

    assertThat(api.send("DELETE", at, null).statusCode()).isEqualTo(204);
    assertProblem(api.get(at), 404, "not-found");
    assertThat(analysis(movie).get("cues")).isEmpty();
    // of all those words, the last are left
    assertThat(ObjectStore.keysContaining("/movies/" + movie + "/subtitles")).isEmpty();
    assertThat(ObjectStore.keysContaining("/movies/" + movie + "/analysis")).hasSize(1);
  }

  @Test
  void anyOfTheFilmsOwnCanBeUsedAndAFileGivesWayToThem() throws IOException {
    var movie =
        api.movie(Films.twoTracks("1\n00:00:05,000 --> 00:00:07,000\nAuf Gull Rock.\n"), null);
    var at = "/api/movies/" + movie + "/subtitles";
    assertThat(json(api.get(at)).get("source").asText()).isEqualTo("track");
    assertThat(json(api.get(at)).get("track").asInt()).isEqualTo(1);
    assertThat(analysis(movie).at("/cues").size()).isGreaterThan(10);

    var other = api.send("PATCH", at, "{\"track\":2,\"offset_seconds\":1}");
    assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
    assertThat(json(other).get("track").asInt()).isEqualTo(2);
    assertThat(analysis(movie).at("/cues/0/text").asText()).isEqualTo("Auf Gull Rock.");
    assertThat(analysis(movie).at("/cues/0/start_seconds").asDouble()).isEqualTo(6);
    assertThat(chosen(movie)).isEqualTo(2);

    // moved further, they are still the second
    assertThat(json(api.send("PATCH", at, "{\"offset_seconds\":-9}")).get("outside").asInt())
        .isEqualTo(1);
    assertThat(analysis(movie).at("/cues")).isEmpty();
    api.send("PATCH", at, "{\"offset_seconds\":0}");
    assertThat(analysis(movie).at("/cues/0/start_seconds").asDouble()).isEqualTo(5);

    assertThat(api.put(at + "?file_name=own.srt", PLAIN, bytes()).statusCode()).isEqualTo(200);
    assertThat(json(api.get(at)).has("track")).isFalse();
    assertProblem(api.send("PATCH", at, "{\"track\":3}"), 400, "invalid-request");
    assertThat(json(api.get(at)).get("file_name").asText()).isEqualTo("own.srt");
    assertThat(json(api.send("PATCH", at, "{\"track\":1}")).get("track").asInt()).isEqualTo(1);
    assertThat(json(movieOf(movie)).get("has_subtitles").asBoolean()).isFalse();
    assertThat(ObjectStore.keysContaining("/movies/" + movie + "/subtitles")).isEmpty();
    assertThat(json(Api.operator().get(tenant.path() + "/usage")).get("storage_bytes").asLong())
        .isEqualTo(ObjectStore.bytes("tenants/" + tenant.id() + "/"));
  }

  private int chosen(String movie) {
    for (var track : analysis(movie).at("/movie/tracks")) {
      if (track.get("kind").asText().equals("subtitles") && track.get("chosen").asBoolean()) {
        return track.get("number").asInt();
      }
    }
    return 0;
  }

  @Test
  void whatNobodyCanReadChangesNothing() throws IOException {
    var movie = api.movie(Films.demo(), Films.subtitles());
    var at = "/api/movies/" + movie + "/subtitles";
    var before = json(api.get(at));
    assertProblem(api.put(at, PLAIN, Watermarks.png()), 400, "subtitles-unreadable");
    assertProblem(api.put(at, PLAIN, new byte[0]), 400, "subtitles-unreadable");
    assertProblem(api.put(at + "?encoding=klingon", PLAIN, bytes()), 400, "invalid-request");
    assertProblem(api.put(at + "?stretch=9", PLAIN, bytes()), 400, "invalid-request");
    assertProblem(
        api.with("If-Match", "\"99\"").put(at, PLAIN, bytes()), 412, "precondition-failed");
    assertThat(json(api.get(at))).isEqualTo(before);
  }

  @Test
  void theEncodingCanBeNamedWhenTheyAreHandedInAndLater() throws IOException {
    var movie = api.movie(Films.demo(), null);
    var at = "/api/movies/" + movie + "/subtitles";
    var hebrew =
        "1\n00:00:01,000 --> 00:00:02,000\nשלום\n".getBytes(Charset.forName("windows-1255"));
    var put = api.put(at + "?encoding=windows-1251", PLAIN, hebrew);
    assertThat(json(put).get("encoding").asText()).isEqualTo("windows-1251");
    assertThat(analysis(movie).at("/cues/0/text").asText()).isNotEqualTo("שלום");
    var read = api.send("PATCH", at, "{\"encoding\":\"cp1255\"}");
    assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
    assertThat(json(read).get("encoding").asText()).isEqualTo("windows-1255");
    assertThat(analysis(movie).at("/cues/0/text").asText()).isEqualTo("שלום");
  }

  private static byte[] bytes() throws IOException {
    return Files.readAllBytes(Films.subtitles());
  }

  private HttpResponse<String> movieOf(String id) {
    return api.get("/api/movies/" + id);
  }

  private JsonNode analysis(String movie) {
    return json(api.get("/api/movies/" + movie + "/analysis"));
  }

  /** The demo film's subtitles, so many seconds late. */
  static String shifted(int seconds) throws IOException {
    return Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d),(\\d{3})")
        .matcher(Files.readString(Films.subtitles()))
        .replaceAll(
            t -> {
              int all = Integer.parseInt(t.group(2)) * 60 + Integer.parseInt(t.group(3)) + seconds;
              return "00:%02d:%02d,%s".formatted(all / 60, all % 60, t.group(4));
            });
  }
}
