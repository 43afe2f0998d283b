package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Analyses;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.Scene;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.Loudness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What players make of a recap: its sound, streams, chapters and preview. */
class PlayingTest {
  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Rendition render(
      Path film, MovieAnalysis analysis, Timeline timeline, LoudnessTarget loudness)
      throws IOException {
    Rendering rendering =
        new Rendering(Aspect.SOURCE, List.of(), Captions.SOFT, loudness, false, null);
    return new RecapRenderer()
        .render(
            film,
            analysis,
            timeline,
            RecapRequest.story(timeline.lengthSeconds(), rendering),
            Files.createDirectories(out()),
            (stage, done) -> {});
  }

  private static Pick pick(double start, double end, double tail) {
    return new Pick(start, end, 0.5, Map.of("dialogue", 0.5), tail);
  }

  @Test
  void thePicksSoundRunsOnUnderTheNextPictureAndItsWordsStayCaptioned() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 15);
    List<Cue> cues = List.of(new Cue(3.3, 4, "heard"), new Cue(10.8, 11.2, "not heard"));
    Timeline timeline = new Timeline(List.of(pick(1, 3.5, 0.6), pick(10.75, 13.75, 0.6)));
    Rendition rendition =
        render(film, MetronomeFilm.analysis(24, 15, cues), timeline, LoudnessTarget.STREAMING);

    assertThat(rendition.lengthSeconds()).isEqualTo(5.5);
    assertThat(MetronomeFilm.flashes(out().resolve("recap.mp4"))).contains(24, 48, 66, 90, 114);
    List<Double> beeps = MetronomeFilm.beeps(out().resolve("recap.mp4"));
    // second 4 of the film is heard at 3, though not seen; second 11 is seen at 2.75, not heard
    assertThat(beeps).hasSize(6);
    List<Double> expected = List.of(0.0, 1.0, 2.0, 3.0, 3.75, 4.75);
    for (int i = 0; i < 6; i++) {
      assertThat(beeps.get(i)).isCloseTo(expected.get(i), within(0.01));
    }
    assertThat(Files.readString(out().resolve("recap.vtt")))
        .isEqualTo("WEBVTT\n\n00:00:02.300 --> 00:00:03.100\nheard\n");
  }

  @Test
  void musicFlowsIntoMusicWithoutADip() throws IOException {
    Path film = folder.resolve("film.mp4");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=c=gray:s=160x90:r=25:d=12",
            "-f",
            "lavfi",
            "-i",
            "anoisesrc=c=pink:r=44100:d=12:a=0.3:seed=7",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-c:a",
            "aac",
            film.toString()));
    MovieAnalysis analysis =
        Analyses.of(
            Analyses.movie(12, 160, 90, 25, "aac"),
            List.of(Analyses.shot(0, 0, 12, 0, Analyses.PLAIN)),
            Analyses.sound(List.of()),
            List.of());
    render(film, analysis, MetronomeFilm.timeline(1, 3, 7, 9), LoudnessTarget.SOCIAL);
    double join = meanPower(1.95, 2.05);
    double before = meanPower(1.4, 1.6);
    assertThat(10 * Math.log10(join / before)).isBetween(-1.5, 1.5);
  }

  private double meanPower(double from, double to) {
    byte[] pcm =
        FfmpegProgram.read(
            List.of(
                "-i",
                out().resolve("recap.mp4").toString(),
                "-map",
                "0:a",
                "-af",
                "atrim=" + from + ":" + to,
                "-ac",
                "1",
                "-f",
                "s16le",
                "pipe:1"));
    double sum = 0;
    for (int i = 0; i + 1 < pcm.length; i += 2) {
      double sample = (short) ((pcm[i] & 0xFF) | pcm[i + 1] << 8);
      sum += sample * sample;
    }
    return sum / (pcm.length / 2.0);
  }

  @ParameterizedTest
  @EnumSource(LoudnessTarget.class)
  void theRecapIsAsLoudAsAskedForAndNoPeakIsTooHigh(LoudnessTarget target) throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(
        film, "25/1", 10, "-af", "aeval='0.05*(1+sin(t))*sin(2*PI*300*t)+0.02*val(0)':c=same");
    render(
        film,
        MetronomeFilm.analysis(25, 10, List.of()),
        MetronomeFilm.timeline(1, 4, 6, 9),
        target);
    Loudness loudness = Loudness.of(new FfmpegInput(out().resolve("recap.mp4"), "mp4"));
    assertThat(loudness.integratedLufs()).isCloseTo(target.lufs(), within(0.5));
    assertThat(loudness.truePeakDb()).isLessThanOrEqualTo(-1.5);
  }

  @Test
  void bothStreamsPlayFromOnePlaylistAndAreCutAtTheSamePictures() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "25/1", 20, "-s", "960x540");
    render(
        film,
        MetronomeFilm.analysis(25, 20, List.of(new Cue(2, 3, "words"))),
        MetronomeFilm.timeline(1, 6.4, 9, 15),
        LoudnessTarget.STREAMING);
    String master = Files.readString(out().resolve("hls.m3u8"));
    assertThat(master)
        .contains("RESOLUTION=960x540", "RESOLUTION=640x360", "FRAME-RATE=25.000")
        .containsPattern("CODECS=\"avc1\\.64[0-9A-F]{4},mp4a\\.40\\.2\",SUBTITLES=\"captions\"")
        .endsWith("hls-low.m3u8\n");
    assertThat(Files.readString(out().resolve("hls-captions.m3u8")))
        .contains("\nhls-captions.vtt\n");
    // the streams' clock stands at 0.08 s when their first picture is shown
    assertThat(Files.readString(out().resolve("hls-captions.vtt")))
        .startsWith("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:7200\n\n00:00:01.000 -->");
    String high = Files.readString(out().resolve("hls-high.m3u8"));
    String low = Files.readString(out().resolve("hls-low.m3u8"));
    assertThat(lengths(high)).isEqualTo(lengths(low)).hasSizeGreaterThan(2);
    assertThat(high).contains("#EXT-X-MAP:URI=\"hls-high.mp4\",BYTERANGE=");
    for (String stream : List.of("hls-high.m3u8", "hls-low.m3u8")) {
      String frames =
          FfmpegProgram.probe(
              List.of(
                  "-count_frames",
                  "-of",
                  "csv=p=0",
                  "-show_entries",
                  "stream=codec_name,nb_read_frames,start_time",
                  out().resolve(stream).toString()));
      // the first picture waits for those that refer to it; the sound's lead-in comes before it
      assertThat(frames).contains("h264,0.080000,285", "aac,0.058000,");
    }
  }

  private static List<String> lengths(String playlist) {
    return Pattern.compile("#EXTINF:[\\d.]+")
        .matcher(playlist)
        .results()
        .map(r -> r.group())
        .toList();
  }

  @Test
  void everySceneIsAChapterAndTheBestPicksMoveInThePreview() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 40);
    MovieAnalysis analysis =
        Analyses.of(
            Analyses.movie(40, 320, 180, 24, "aac"),
            List.of(Analyses.shot(0, 0, 40, 0, Analyses.PLAIN)),
            List.of(
                new Scene(0, 0, 10, 0, 0, List.of()),
                new Scene(1, 10, 20, 0, 0, List.of()),
                new Scene(2, 20, 40, 0, 0, List.of())),
            null,
            List.of(
                new Cue(1.1, 2.9, "the dragon sleeps; snow falls"),
                new Cue(21.2, 23.8, "Élan comes home to the village.")));
    render(
        film,
        analysis,
        MetronomeFilm.timeline(1, 3, 5, 7, 12, 15.5, 21, 24, 26, 27),
        LoudnessTarget.STREAMING);
    assertThat(Files.readString(out().resolve("chapters.vtt")))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.000 --> 00:00:04.000
            The dragon sleeps; snow falls

            00:00:04.000 --> 00:00:07.500
            0:12

            00:00:07.500 --> 00:00:11.500
            Élan comes home to the village
            """);
    assertThat(
            FfmpegProgram.probe(
                List.of("-show_chapters", "-of", "csv", out().resolve("recap.mp4").toString())))
        .contains(
            "4.000000,The dragon sleeps; snow falls", "11.500000,Élan comes home to the village");
    byte[] preview = Files.readAllBytes(out().resolve("preview.webp"));
    String head = new String(preview, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(head).startsWith("RIFF").contains("WEBP", "ANIM");
    // four of the five picks, 1.5 s each at 12 pictures a second
    assertThat(head.split("ANMF", -1).length - 1).isBetween(40, 72);
    assertThat(preview.length).isBetween(1_000, 1_000_000);
  }
}
