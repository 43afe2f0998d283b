package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.Timeline;
import com.movierecap.media.analysis.FilmAnalyser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recap shows and sounds is what its picks say, whatever the film comes in. */
class ClockFilmTest {
  private static final String H264 = "-c:v libx264 -preset veryfast -crf 28";
  private static final String FAST = H264 + " -g 50 -c:a aac -ac 1";
  private static final String ENDLESS = H264 + " -g 9999 -sc_threshold 0 -c:a aac -ac 1";

  /** Of a picture: its number must be the one that belongs there. */
  private static final int NONE = -1;

  private static final double SOUND_SECONDS = 0.045;

  /** Around a join two tones sound. */
  private static final double AROUND_JOINS = 0.16;

  @TempDir static Path folder;
  @TempDir Path out;

  private static ClockFilm clock;

  @BeforeAll
  static void makeMaster() {
    clock = new ClockFilm(folder);
  }

  private static Timeline picks() {
    return MetronomeFilm.timeline(0, 1.6, 5.2, 7, 10, 11.52, 14, 15);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain.mp4                       | " + FAST,
        "plain.mkv                       | " + FAST,
        "plain.ts                        | " + FAST,
        "plain.flv                       | " + FAST,
        "one tick a picture.avi          | -c:v mpeg4 -vtag XVID -bf 0 -q:v 8 -g 25 -c:a mp2 -ac 1",
        "B-pictures in AVI.avi           | -c:v mpeg4 -bf 2 -q:v 8 -g 25 -c:a libmp3lame",
        "one tick a picture.mp4          | " + FAST + " -bf 0 -video_track_timescale 25",
        "B-pictures of one tick.mp4      | " + FAST + " -bf 2 -video_track_timescale 25",
        "motion JPEG.avi                 | -c:v mjpeg -q:v 8 -c:a pcm_s16le",
        "program stream.mpg              | -c:v mpeg2video -q:v 5 -g 12 -bf 2 -c:a mp2",
        "one group.mp4                   | " + ENDLESS,
        "one group.mkv                   | " + ENDLESS,
        "one group.ts                    | " + ENDLESS,
        "one group.flv                   | " + ENDLESS,
        "starts after an hour.ts         | " + FAST + " -output_ts_offset 3600",
        "time stamps run over.ts         | " + FAST + " -output_ts_offset 95433",
        "intra refresh.mp4               | "
            + H264
            + " -x264-params intra-refresh=1:keyint=60 -c:a aac",
        "intra refresh.ts                | "
            + H264
            + " -x264-params intra-refresh=1:keyint=60 -c:a aac",
        "open groups.mp4                 | "
            + H264
            + " -x264-params open-gop=1:keyint=50:bframes=3 -c:a aac",
        "open groups.ts                  | "
            + H264
            + " -x264-params open-gop=1:keyint=50:bframes=3 -c:a aac",
        "windows media.wmv               | -c:v wmv2 -q:v 5 -c:a wmav2 -ac 1",
        "fragments.mp4                   | " + FAST + " -movflags frag_keyframe+delay_moov",
      })
  void everyContainerIsReadToThePicture(String name, String options) throws IOException {
    exact(clock.make(name, options.strip().split(" ")));
  }

  private void exact(Path film) throws IOException {
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().warnings()).isEmpty();
    assertThat(analysis.movie().durationSeconds()).isEqualTo(ClockFilm.SECONDS, within(0.05));
    assertThat(analysis.movie().frameRate()).isEqualTo(ClockFilm.RATE, within(0.1));
    assertCuts(analysis, 0);
    Rendition rendition = rendered(film, analysis, picks(), false);
    assertThat(rendition.timeline()).isEqualTo(picks());
    told(rendition.timeline(), out.resolve("recap.mp4"), 0);
  }

  /** Of the changes of scene in the master those that nobody overlooks. */
  private static void assertCuts(MovieAnalysis analysis, double offset) {
    for (double cut : new double[] {4, 10}) {
      assertThat(analysis.shots()).anyMatch(s -> Math.abs(s.startSeconds() + offset - cut) < 0.011);
    }
  }

  private static MovieAnalysis analysis(Path film) {
    return new FilmAnalyser().analyse(film, null, Accuracy.NORMAL, (stage, done) -> {});
  }

  private Rendition rendered(Path film, MovieAnalysis analysis, Timeline timeline, boolean lossless)
      throws IOException {
    Rendering rendering =
        new Rendering(
            Aspect.SOURCE, List.of(), Captions.NONE, LoudnessTarget.STREAMING, lossless, null);
    return new RecapRenderer()
        .render(
            film,
            analysis,
            timeline,
            RecapRequest.story(timeline.lengthSeconds(), rendering),
            Files.createDirectories(out),
            (stage, done) -> {});
  }

  /**
   * Holds a recap against its timeline.
   *
   * @param offset seconds of the master at which the film begins
   */
  private static void told(Timeline timeline, Path recap, double offset) {
    List<Integer> shown = ClockFilm.pictures(recap);
    ClockFilm.Tones tones = ClockFilm.tones(recap);
    List<String> wrong = new ArrayList<>();
    double at = 0;
    int count = 0;
    for (Pick pick : timeline.picks()) {
      int frames = (int) Math.round(pick.lengthSeconds() * ClockFilm.RATE);
      long first = Math.round((pick.startSeconds() + offset) * ClockFilm.RATE);
      for (int i = 0; i < frames; i++, count++) {
        int number = count < shown.size() ? shown.get(count) : NONE;
        // the first picture and the last two are dark
        boolean faded = count < 2 || count >= timeline.lengthSeconds() * ClockFilm.RATE - 3;
        if (number != first + i && !(faded && number == NONE)) {
          wrong.add("picture %d is %d, not %d".formatted(count, number, first + i));
        }
      }
      for (double t = AROUND_JOINS; t < pick.lengthSeconds() - AROUND_JOINS; t += 0.2) {
        OptionalDouble heard = tones.at(at + t);
        double expected = pick.startSeconds() + offset + t;
        if (heard.isEmpty() || Math.abs(heard.getAsDouble() - expected) > SOUND_SECONDS) {
          wrong.add("sound at %.2f is %s, not %.2f".formatted(at + t, heard, expected));
        }
      }
      at += pick.lengthSeconds();
    }
    assertThat(wrong).isEmpty();
    assertThat(shown).hasSize(count);
  }
}
