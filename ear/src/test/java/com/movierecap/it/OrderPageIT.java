package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people can wish for on a film's page beside length and style. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OrderPageIT extends PortalVisit {
  private static final Pattern RECAP = Pattern.compile("recap\\.xhtml\\?id=([0-9a-f-]{36})");
  private static final String LOSSLESS = "[id='order:lossless']";
  private static final String TALL = radio("aspect", "9:16");
  private static final String AS_THE_FILM = radio("aspect", "source");
  private static final String BURNED = radio("captions", "burned");
  private static final String SOFT = radio("captions", "soft");
  private static final String SOCIAL = radio("loudness", "social");

  @Test
  void whatDoesNotGoWithALosslessRecapCannotBeChosenBesideIt() throws IOException {
    var editor = Api.signedIn("acme", "editor");
    open(editor.movie(Films.demo(), Films.subtitles()));
    page.check(TALL);
    page.check(BURNED);
    page.check(LOSSLESS);
    for (var ruledOut : new String[] {TALL, BURNED, SOCIAL}) {
      assertThat(page.isDisabled(ruledOut)).as(ruledOut).isTrue();
    }
    assertThat(page.isChecked(AS_THE_FILM)).isTrue();
    assertThat(page.isChecked(SOFT)).isTrue();
    page.uncheck(LOSSLESS);
    for (var free : new String[] {TALL, BURNED, SOCIAL}) {
      assertThat(page.isEnabled(free)).as(free).isTrue();
    }
    assertThat(page.isChecked(radio("loudness", "streaming"))).isTrue();
    page.check(LOSSLESS);
    // an order that is refused leaves the form as it was
    page.fill("[id='order:length']", "0");
    page.click("[id='order:submit']");
    page.waitForFunction(
        "() => document.querySelector('.notice.error, .field-message:not(:empty)')");
    assertThat(page.isChecked(LOSSLESS)).isTrue();
    assertThat(page.isDisabled(TALL)).isTrue();
    noEnglishSlippedThrough();

    page.fill("[id='order:length']", "12");
    var recap = editor.ended(ordered());
    assertThat(recap.get("status").asText()).as(recap.toString()).isEqualTo("succeeded");
    assertThat(recap.get("lossless").asBoolean()).isTrue();
    assertThat(recap.has("cut_limit")).isFalse();
    assertThat(recap.get("aspect").asText()).isEqualTo("source");
    assertThat(recap.get("captions").asText()).isEqualTo("soft");
  }

  /** Whoever has no script, or one of their own, is told in words. */
  @Test
  void aLosslessRecapOfAnotherShapeIsRefusedByTheServerToo() throws IOException {
    open(Api.signedIn("acme", "editor").movie(Films.demo(), Films.subtitles()));
    page.fill("[id='order:length']", "12");
    page.check(LOSSLESS);
    page.evaluate(
        "() => { var tall = document.querySelector(\"%s\"); tall.disabled = false; tall.checked = true; }"
            .formatted(TALL));
    page.click("[id='order:submit']");
    page.waitForSelector("#notices .notice.error");
    assertThat(page.textContent("#notices"))
        .contains("A lossless cut keeps the film's own picture");
    assertThat(page.url()).contains("film.xhtml");
  }

  @Test
  void aRecapIsAsLoudAsItsPlaceWantsIt() throws IOException {
    var editor = Api.signedIn("acme", "editor");
    open(editor.movie(Films.demo(), Films.subtitles()));
    page.fill("[id='order:length']", "12");
    page.check(SOCIAL);
    JsonNode recap = editor.ended(ordered());
    assertThat(recap.get("status").asText()).as(recap.toString()).isEqualTo("succeeded");
    assertThat(recap.get("loudness").asText()).isEqualTo("social");
    assertThat(recap.get("loudness_lufs").asDouble()).isBetween(-15.0, -13.0);
    assertThat(
            json(editor.get("/api/recaps/" + recap.get("id").asText())).get("lossless").asBoolean())
        .isFalse();
  }

  @Test
  void aFilmThatCannotBeCutExactlySaysWhy() throws IOException {
    var editor = Api.signedIn("acme", "editor");
    var film =
        Films.ffmpeg(
            "hevc.mp4",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=24:d=12",
            "-c:v",
            "libx265",
            "-preset",
            "ultrafast",
            "-x265-params",
            "log-level=0:keyint=48:min-keyint=48:scenecut=0");
    var uploaded = json(editor.upload("hevc.mp4", film, null)).get("id").asText();
    editor.awaitWhile("/api/movies/" + uploaded, "processing");
    var recap = editor.order(uploaded, "{\"length_seconds\":5,\"lossless\":true}");
    assertThat(editor.ended(recap).get("cut_limit").asText()).isEqualTo("codec");
    signIn("acme", "editor");
    page.navigate(portal("recap.xhtml?id=" + recap));
    assertThat(page.textContent(".facts")).contains("the film's picture is not H.264");
    noEnglishSlippedThrough();
  }

  @Test
  void theTracksInAFilmAreListedWithWhatTheyAreForAndWhichIsUsed() throws IOException {
    var film =
        Films.ffmpeg(
            "tracks.mkv",
            ("-f lavfi -i testsrc=duration=8:size=160x90:rate=12 -f lavfi -i"
                    + " sine=frequency=440:duration=8 -f lavfi -i sine=frequency=220:duration=8"
                    + " -i %s -map 0 -map 1 -map 2 -map 3 -c:v libx264 -c:a aac -c:s srt -t 8 -ac:a:0 2"
                    + " -metadata:s:a:0 language=deu -metadata:s:a:1 language=jpn"
                    + " -metadata:s:a:1 title=Regie -disposition:a:1 comment"
                    + " -metadata:s:s:0 language=fra")
                .formatted(Films.subtitles())
                .split(" "));
    var editor = Api.signedIn("acme", "editor");
    var movie = json(editor.upload("tracks.mkv", film, null)).get("id").asText();
    var analysed = editor.awaitWhile("/api/movies/" + movie, "processing");
    assertThat(analysed.get("status").asText()).as(analysed.toString()).isEqualTo("ready");
    open(movie);
    var tracks = page.locator(".track");
    assertThat(tracks.count()).isEqualTo(3);
    assertThat(tracks.nth(0).innerText()).contains("German", "AAC · stereo", "In use");
    assertThat(tracks.nth(1).innerText())
        .contains("Japanese · Regie", "AAC · mono", "Commentary")
        .doesNotContain("In use");
    assertThat(tracks.nth(2).innerText()).contains("French", "SubRip", "In use");
    assertThat(page.innerText(".facts")).contains("H.264");

    // subtitles that are handed in stand in for the film's own
    page.setInputFiles("[id='subtitles:words']", Films.subtitles());
    page.click("[id='subtitles:save']");
    await(".notice.info");
    assertThat(tracks.nth(2).innerText()).doesNotContain("In use");
    noEnglishSlippedThrough();
  }

  private void open(String movie) {
    signIn("acme", "editor");
    page.navigate(portal("film.xhtml?id=" + movie));
  }

  /** Sends the form and tells which recap came of it. */
  private String ordered() {
    page.click("[id='order:submit']");
    page.waitForURL(RECAP);
    Matcher id = RECAP.matcher(page.url());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private static String radio(String name, String value) {
    return "input[name='order:%s'][value='%s']".formatted(name, value);
  }
}
