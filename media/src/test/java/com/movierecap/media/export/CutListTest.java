package com.movierecap.media.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.json.Json;
import com.movierecap.media.Analyses;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Original;
import com.movierecap.media.Pick;
import com.movierecap.media.Timecode;
import com.movierecap.media.Timeline;
import com.movierecap.media.rendering.CutList;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CutListTest {
  private static final MovieInfo FILM = Analyses.movie(600, 1280, 720, 23.976, "aac");
  private static final Timeline TIMELINE =
      new Timeline(
          List.of(
              new Pick(10.01, 12.012, 0.7, Map.of("sound", 0.2, "dialogue", 0.5)),
              new Pick(500.5, 502.502, 0.4, Map.of("picture", 0.4))));

  private static final CutList CUTS = CutList.of(TIMELINE, FILM);

  @Test
  void theEdlCountsPicturesAtTheNominalRateWithoutGaps() {
    assertThat(Edl.of("film.mp4", FILM, CUTS))
        .isEqualTo(
            """
            TITLE: film.mp4 RECAP
            FCM: NON-DROP FRAME

            001  FILM     B     C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00
            * FROM CLIP NAME: film.mp4
            * COMMENT: SCORE 0.70 dialogue 0.50 sound 0.20

            002  FILM     B     C        00:08:20:00 00:08:22:00 01:00:02:00 01:00:04:00
            * FROM CLIP NAME: film.mp4
            * COMMENT: SCORE 0.40 picture 0.40
            """);
  }

  @Test
  void aSilentFilmsEdlHasOnlyPicture() {
    MovieInfo silent = Analyses.movie(600, 1280, 720, 25, null);
    assertThat(Edl.of("film.mp4", silent, CutList.of(TIMELINE, silent)))
        .contains("001  FILM     V     C");
  }

  @Test
  void theOtioTimesAreWholePicturesAndTheReasonsAreThere() {
    String json = Json.line(Otio.of("film.mp4", FILM, CUTS));
    assertThat(json)
        .startsWith("{\"OTIO_SCHEMA\":\"Timeline.1\",\"name\":\"film.mp4 recap\"")
        .contains("\"OTIO_SCHEMA\":\"Stack.1\"", "\"kind\":\"Video\"", "\"kind\":\"Audio\"")
        .contains("\"rate\":23.976023976023978,\"value\":240}")
        .contains("\"rate\":23.976023976023978,\"value\":48}")
        .contains("\"dialogue\":0.5", "\"target_url\":\"film.mp4\"");
    assertThat(json.split("Clip\\.2", -1)).hasSize(5);
  }

  @Test
  void whereSoundRunsOnPictureAndSoundAreToldApart() {
    Timeline split =
        new Timeline(
            List.of(new Pick(10, 12, 0.7, Map.of(), 0.5), new Pick(50, 53, 0.4, Map.of(), 0.8)));
    MovieInfo film = Analyses.movie(600, 1280, 720, 24, "aac");
    CutList cuts = CutList.of(split, film);
    assertThat(Edl.of("film.mp4", film, cuts).lines().filter(l -> l.matches("\\d{3} .*")))
        .containsExactly(
            "001  FILM     V     C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00",
            "002  FILM     A     C        00:00:10:00 00:00:12:12 01:00:00:00 01:00:02:12",
            "003  FILM     V     C        00:00:50:00 00:00:53:00 01:00:02:00 01:00:05:00",
            "004  FILM     A     C        00:00:50:12 00:00:53:00 01:00:02:12 01:00:05:00");
    assertThat(Json.line(Otio.of("film.mp4", film, cuts)))
        .contains("\"value\":60}", "\"value\":1212}");
    assertThat(Fcpxml.of("film.mp4", film, cuts))
        .contains(
            "offset=\"0s\" start=\"240/24s\" duration=\"48/24s\" audioStart=\"240/24s\""
                + " audioDuration=\"60/24s\"",
            "offset=\"48/24s\" start=\"1200/24s\" duration=\"72/24s\" audioStart=\"1212/24s\""
                + " audioDuration=\"60/24s\"");
  }

  @Test
  void theFcpxmlIsWellFormedAndCountsInWholePictures() throws Exception {
    String xml = Fcpxml.of("a < b & \"c\".mp4", FILM, CUTS);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    NodeList clips = document.getElementsByTagName("asset-clip");
    assertThat(clips.getLength()).isEqualTo(2);
    Element second = (Element) clips.item(1);
    assertThat(second.getAttribute("name")).isEqualTo("a < b & \"c\".mp4");
    assertThat(second.getAttribute("offset")).isEqualTo("48048/24000s");
    assertThat(second.getAttribute("start")).isEqualTo("12012000/24000s");
    assertThat(second.getParentNode().getNodeName()).isEqualTo("spine");
    assertThat(xml).contains("frameDuration=\"1001/24000s\"");
  }

  @Test
  void theSourceSideCountsFromTheFilmsOwnTimecode() {
    MovieInfo film = filmed("09:59:55;00", "A003", 29.97);
    CutList cuts = CutList.of(TIMELINE, film);
    assertThat(Edl.of("film.mov", film, cuts))
        .contains(
            "FCM: DROP FRAME",
            "001  A003     B     C        10:00:05;00 10:00:07;00 01:00:00;00 01:00:02;00");
    assertThat(Json.line(Otio.of("film.mov", film, cuts)))
        .contains("\"value\":1078770}", "\"value\":1079070}");
    assertThat(Fcpxml.of("film.mov", film, cuts))
        .contains(
            "start=\"1079848770/30000s\" duration",
            "start=\"1080149070/30000s\" duration",
            "tcFormat=\"DF\"");
  }

  @Test
  void aTimecodeOf25IsCountedAsItIs() {
    MovieInfo film = filmed("10:00:00:00", null, 25);
    assertThat(Edl.of("Città 2.mov", film, CutList.of(TIMELINE, film)))
        .contains(
            "FCM: NON-DROP FRAME",
            "001  CITTA2   B     C        10:00:10:00 10:00:12:00 01:00:00:00 01:00:02:00");
  }

  @Test
  void theFcpxmlTellsTheFileAsItIs() {
    MovieInfo film = filmed(null, null, 25);
    assertThat(Fcpxml.of("film.mov", film, CutList.of(TIMELINE, film)))
        .contains(
            "<format id=\"r1\" frameDuration=\"1/25s\" width=\"720\" height=\"576\" paspH=\"64\""
                + " paspV=\"45\"/>",
            "<format id=\"r3\" frameDuration=\"1/25s\" width=\"1024\" height=\"576\"/>",
            "audioChannels=\"6\" audioRate=\"44100\"",
            "<sequence format=\"r3\"");
  }

  @Test
  void listsOfFilmsWithOddRatesCountInRatesThatSuitesKnow() {
    MovieInfo slow = Analyses.movie(600, 1280, 720, 12.5, "aac");
    assertThat(Edl.of("film.mp4", slow, CutList.of(TIMELINE, slow)))
        .contains("00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00");
    MovieInfo fast = Analyses.movie(600, 1280, 720, 120, "aac");
    assertThat(Fcpxml.of("film.mp4", fast, CutList.of(TIMELINE, fast)))
        .contains("frameDuration=\"1/60s\"");
  }

  private static MovieInfo filmed(@Nullable String timecode, @Nullable String reel, double rate) {
    MovieInfo m = Analyses.movie(600, 1024, 576, rate, "aac");
    return new MovieInfo(
        m.durationSeconds(),
        m.width(),
        m.height(),
        m.frameRate(),
        m.videoCodec(),
        m.audioCodec(),
        m.area(),
        m.keyframeSeconds(),
        m.warnings(),
        m.tracks(),
        new Original(720, 576, 64, 45, 6, 44_100, Timecode.of(timecode, reel, null).orElse(null)),
        false,
        List.of());
  }
}
