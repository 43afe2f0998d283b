package com.movierecap.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.json.Json;
import com.movierecap.media.Accuracy;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.Shot;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.TestFilms;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.subtitles.Cues;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.subtitles.SubtitleParser;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.media.subtitles.Subtitles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmAnalyserTest {
  private static final String[] H264 = {"-c:v", "libx264", "-preset", "veryfast"};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c:v libx264 -preset veryfast",
        // no picture of its own for a cut: it may lie on one that is skipped
        "-c:v libx264 -preset veryfast -x264-params scenecut=0:bframes=3:keyint=240",
        "-c:v libx265 -preset ultrafast -x265-params log-level=none",
        "-c:v mpeg4 -q:v 3"
      })
  void findsEveryCutToThePicture(String encoder) {
    Path film = TestFilms.fiveShots(folder.resolve("cuts.mp4"), encoder.split(" "));
    for (boolean accurate : new boolean[] {false, true}) {
      MovieAnalysis analysis =
          new FilmAnalyser()
              .analyse(film, null, accurate ? Accuracy.ACCURATE : Accuracy.NORMAL, (s, d) -> {});
      assertThat(analysis.shots().stream().map(Shot::startFrame))
          .containsExactly(0L, 31L, 65L, 98L, 140L);
    }
  }

  @Test
  void describesTheFilmAndWhatIsHeard() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mkv"), H264);
    MovieAnalysis analysis = new FilmAnalyser().analyse(film, null, Accuracy.NORMAL, (s, d) -> {});
    assertThat(analysis.movie().durationSeconds()).isCloseTo(7.0, offset(0.03));
    assertThat(analysis.movie().frameRate()).isCloseTo(24.0, offset(0.02));
    assertThat(analysis.movie().width()).isEqualTo(640);
    assertThat(analysis.movie().videoCodec()).isEqualTo("h264");
    assertThat(analysis.movie().audioCodec()).isEqualTo("aac");
    assertThat(analysis.sound()).isNotNull();
    assertThat(analysis.sound().silences()).hasSize(1);
    assertThat(analysis.sound().silences().get(0).startSeconds()).isCloseTo(3.0, offset(0.1));
    assertThat(analysis.sound().silences().get(0).endSeconds()).isCloseTo(4.0, offset(0.1));
    assertThat(analysis.sound().loudnessLufs()).isBetween(-25.0, -18.0);
    assertThat(analysis.posterSeconds()).isBetween(0.35, 6.65);
    assertThat(Json.parse(Json.line(analysis), MovieAnalysis.class)).isEqualTo(analysis);
  }

  @Test
  void shotsAndScenesCoverTheFilmWithoutAGap() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    MovieAnalysis analysis = new FilmAnalyser().analyse(film, null, Accuracy.NORMAL, (s, d) -> {});
    double at = 0;
    for (Shot shot : analysis.shots()) {
      assertThat(shot.startSeconds()).isEqualTo(at);
      at = shot.endSeconds();
    }
    assertThat(at).isEqualTo(analysis.movie().durationSeconds());
    assertThat(analysis.scenes().get(0).firstShot()).isZero();
    assertThat(analysis.scenes().get(analysis.scenes().size() - 1).lastShot()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PREVIEW")
  void theBlackOfAFadeIsTold(Accuracy accuracy) {
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=24:d=3,fade=out:st=2.5:d=0.5,tpad=stop=12:color=black",
            "-f",
            "lavfi",
            "-i",
            "mandelbrot=s=320x180:r=24,trim=end_frame=72,fade=in:d=0.5",
            "-filter_complex",
            "[0:v][1:v]concat",
            "-c:v",
            "libx264",
            "-g",
            "12",
            folder.resolve("fade.mp4").toString());
    MovieAnalysis analysis = new FilmAnalyser().analyse(film, null, accuracy, (s, d) -> {});
    // of the fade itself a picture or two is as good as black
    assertThat(analysis.black()).hasSize(1);
    assertThat(analysis.black().get(0).startSeconds()).isBetween(2.85, 3.02);
    assertThat(analysis.black().get(0).endSeconds()).isBetween(3.48, 3.65);
  }

  @Test
  void progressNeverGoesBackAndReachesTheEnd() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    List<Double> seen = new ArrayList<>();
    new FilmAnalyser()
        .analyse(
            film,
            null,
            Accuracy.NORMAL,
            (stage, done) -> seen.add((stage == Stage.PROBE ? 0 : 1) + done));
    assertThat(seen).isSorted().startsWith(0.0).endsWith(2.0);
  }

  @Test
  void subtitlesBesideTheFilmAndInsideItAreTheSame() {
    Path words =
        TestFilms.write(
            folder.resolve("words.srt"),
            "1\n00:00:01,000 --> 00:00:02,000\nHello <i>there</i>.\n\n2\n00:01:00,000 --> 00:01:01,000\nToo late.\n"
                .getBytes(StandardCharsets.UTF_8));
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    Path worded =
        TestFilms.make(
            "-i",
            film.toString(),
            "-i",
            words.toString(),
            "-c",
            "copy",
            "-c:s",
            "mov_text",
            "-t",
            "7",
            folder.resolve("worded.mp4").toString());
    MovieAnalysis beside =
        new FilmAnalyser().analyse(film, SubtitleInput.of(words), Accuracy.NORMAL, (s, d) -> {});
    MovieAnalysis inside = new FilmAnalyser().analyse(worded, null, Accuracy.NORMAL, (s, d) -> {});
    assertThat(beside.cues()).hasSize(1);
    assertThat(beside.cues().get(0).text()).isEqualTo("Hello there.");
    assertThat(inside.cues().get(0).text()).isEqualTo("Hello there.");
    assertThat(inside.cues().get(0).startSeconds()).isCloseTo(1.0, offset(0.05));
  }

  @Test
  void ofASubtitleTrackDrawingsAreLeftOutAndWordsInBracketsStay() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    Path drawn =
        TestFilms.write(
            folder.resolve("drawn.ass"),
            """
            [Script Info]
            ScriptType: v4.00+

            [V4+ Styles]
            Format: Name, Fontname, Fontsize
            Style: Default,Arial,20

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 50 0 50{\\p0}
            Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\i1}Said{\\i0}\\Naloud
            """
                .getBytes(StandardCharsets.UTF_8));
    Path plain =
        TestFilms.write(
            folder.resolve("plain.srt"),
            "1\n00:00:01,000 --> 00:00:02,000\n<sighs> Well, <i>well</i>.\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(inTrack(film, drawn, "ass", "drawn.mkv"))
        .singleElement()
        .satisfies(
            cue -> {
              assertThat(cue.startSeconds()).isCloseTo(3, offset(0.05));
              assertThat(cue.text()).isEqualTo("Said\naloud");
            });
    assertThat(inTrack(film, plain, "copy", "plain.mkv"))
        .extracting(Cue::text)
        .containsExactly("<sighs> Well, well.");
    // FFmpeg takes words in brackets out of SubRip, but not out of ASS
    Path bracketed =
        TestFilms.write(
            folder.resolve("bracketed.ass"),
            """
            [Script Info]
            ScriptType: v4.00+

            [V4+ Styles]
            Format: Name, Fontname, Fontsize
            Style: Default,Arial,20

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,<sighs> Well, {\\i1}well{\\i0}.
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(inTrack(film, bracketed, "mov_text", "plain.mp4"))
        .extracting(Cue::text)
        .containsExactly("<sighs> Well, well.");
    assertThat(inTrack(film, plain, "webvtt", "vtt.mkv")).extracting(Cue::text).hasSize(1);
  }

  private List<Cue> inTrack(Path film, Path words, String codec, String name) {
    Path worded =
        TestFilms.make(
            "-i",
            film.toString(),
            "-i",
            words.toString(),
            "-c",
            "copy",
            "-c:s",
            codec,
            folder.resolve(name).toString());
    MovieAnalysis analysis =
        new FilmAnalyser().analyse(worded, null, Accuracy.PREVIEW, (s, d) -> {});
    assertThat(analysis.subtitles()).isNotNull();
    assertThat(analysis.subtitles().source()).isEqualTo(SubtitleReport.Source.TRACK);
    return analysis.cues();
  }

  @Test
  void theWordsOfAllOfAFilmsOwnTracksAreReadAndAnyCanBeUsed() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    Path second =
        TestFilms.write(
            folder.resolve("second.ass"),
            """
            [Script Info]
            ScriptType: v4.00+

            [V4+ Styles]
            Format: Name, Fontname, Fontsize
            Style: Default,Arial,20

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:01.50,0:00:02.50,Default,,0,0,0,,Das Zweite.
            """
                .getBytes(StandardCharsets.UTF_8));
    Path both =
        TestFilms.make(
            "-i",
            film.toString(),
            "-i",
            words("first.srt", "1\n00:00:01,000 --> 00:00:02,000\nThe first.\n").toString(),
            "-i",
            second.toString(),
            "-map",
            "0",
            "-map",
            "1",
            "-map",
            "2",
            "-c",
            "copy",
            folder.resolve("both.mkv").toString());
    List<SubtitleTrack> tracks = new ArrayList<>();
    MovieAnalysis usual =
        new FilmAnalyser(TrackChoice.USUAL, picture -> {}, tracks::addAll)
            .analyse(both, null, Accuracy.PREVIEW, (s, d) -> {});
    assertThat(tracks).extracting(SubtitleTrack::number).containsExactly(1, 2);
    assertThat(tracks)
        .flatExtracting(track -> track.words().cues())
        .extracting(Cue::text)
        .containsExactly("The first.", "Das Zweite.");
    assertThat(tracks.get(1).words().format().label()).isEqualTo("ASS");
    assertThat(usual.cues()).isEqualTo(tracks.get(0).words().cues());
    assertThat(usual.subtitles()).isNotNull();
    assertThat(usual.subtitles().track()).isEqualTo(1);
    // kept as JSON, they are what they were
    assertThat(Json.parse(Json.line(tracks), SubtitleTrack[].class)).isEqualTo(tracks.toArray());

    MovieAnalysis other = FilmWords.ofTrack(usual, tracks.get(1), new Timing(1, 0.5));
    assertThat(other.cues()).isEqualTo(Cues.retimed(tracks.get(1).words().cues(), 1, 0.5));
    assertThat(TrackChoice.of(other.movie()).subtitles()).isEqualTo(2);
    assertThat(other.subtitles()).isNotNull();
    assertThat(other.subtitles().track()).isEqualTo(2);
    assertThat(FilmWords.trackIn(other)).isEqualTo(tracks.get(1));
    assertThat(FilmWords.ofTrack(other, tracks.get(0), Timing.AS_WRITTEN)).isEqualTo(usual);

    // a file takes their place, and they come back
    Path file = words("other.srt", "1\n00:00:03,000 --> 00:00:04,000\nAnother's.\n");
    Subtitles given = SubtitleParser.parse(TestFilms.read(file));
    MovieAnalysis replaced = FilmWords.ofFile(other, given, Timing.AS_WRITTEN);
    assertThat(replaced.cues()).containsExactly(new Cue(3, 4, "Another's."));
    assertThat(FilmWords.trackIn(replaced)).isNull();
    assertThat(TrackChoice.of(replaced.movie()).subtitles()).isEqualTo(2);
    assertThat(FilmWords.ofTrack(replaced, tracks.get(1), new Timing(1, 0.5))).isEqualTo(other);
    MovieAnalysis asRead =
        new FilmAnalyser().analyse(both, SubtitleInput.of(file), Accuracy.PREVIEW, (s, d) -> {});
    assertThat(asRead.subtitles()).isEqualTo(replaced.subtitles());
  }

  private Path words(String name, String text) {
    return TestFilms.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void otherWordsAreLaidOverAnAnalysedFilmWithoutReadingItAgain() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    MovieAnalysis silent = new FilmAnalyser().analyse(film, null, Accuracy.NORMAL, (s, d) -> {});
    Subtitles words =
        SubtitleParser.parse(
            ("1\n00:00:03,000 --> 00:00:04,000\nThe harbour gate is open.\n\n"
                    + "2\n00:30:00,000 --> 00:30:01,000\nToo late.\n\nbroken\n")
                .getBytes(StandardCharsets.UTF_8));
    MovieAnalysis worded = FilmWords.ofFile(silent, words, new Timing(1, -1));
    assertThat(worded.cues()).containsExactly(new Cue(2, 3, "The harbour gate is open."));
    assertThat(worded.sentences()).hasSize(1);
    assertThat(worded.scenes()).anyMatch(s -> s.keywords().contains("harbour"));
    assertThat(worded.movie().warnings())
        .contains("1 of 2 subtitles lie outside of the film and are left out.");
    assertThat(worded.movie().warnings()).hasSize(1);
    assertThat(worded.shots())
        .extracting(Shot::startFrame)
        .isEqualTo(silent.shots().stream().map(Shot::startFrame).toList());
    // as if they had been there when the film was read
    Path file =
        TestFilms.write(
            folder.resolve("moved.srt"),
            "1\n00:00:02,000 --> 00:00:03,000\nThe harbour gate is open.\n"
                .getBytes(StandardCharsets.UTF_8));
    MovieAnalysis read =
        new FilmAnalyser().analyse(film, SubtitleInput.of(file), Accuracy.NORMAL, (s, d) -> {});
    assertThat(worded.cues()).isEqualTo(read.cues());
    assertThat(worded.sentences()).isEqualTo(read.sentences());
    assertThat(worded.shots()).isEqualTo(read.shots());
    assertThat(FilmWords.retimed(worded, new Timing(1, 0)).cues())
        .containsExactly(new Cue(3, 4, "The harbour gate is open."));
    MovieAnalysis without = FilmWords.ofTrack(worded, null, Timing.AS_WRITTEN);
    assertThat(without.cues()).isEmpty();
    assertThat(without.movie().warnings()).isEqualTo(silent.movie().warnings());
    assertThat(without.shots()).isEqualTo(silent.shots());
  }

  @Test
  void aFilmShotUprightIsHigherThanWide() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    Path upright =
        TestFilms.make(
            "-display_rotation",
            "90",
            "-i",
            film.toString(),
            "-c",
            "copy",
            folder.resolve("upright.mp4").toString());
    MovieAnalysis analysis =
        new FilmAnalyser().analyse(upright, null, Accuracy.NORMAL, (s, d) -> {});
    assertThat(analysis.movie().width()).isEqualTo(360);
    assertThat(analysis.movie().height()).isEqualTo(640);
  }

  @Test
  void aSilentFilmHasNoSound() {
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=25:d=3",
            "-c:v",
            "libx264",
            folder.resolve("silent.mp4").toString());
    MovieAnalysis analysis = new FilmAnalyser().analyse(film, null, Accuracy.NORMAL, (s, d) -> {});
    assertThat(analysis.sound()).isNull();
    assertThat(analysis.movie().audioCodec()).isNull();
    assertThat(analysis.shots()).hasSize(1);
  }

  @Test
  void saysWhyAFilmCannotBeUsed() {
    Path film = TestFilms.fiveShots(folder.resolve("film.mp4"), H264);
    byte[] whole = TestFilms.read(film);
    Path front =
        TestFilms.make(
            "-i",
            film.toString(),
            "-c",
            "copy",
            "-movflags",
            "faststart",
            folder.resolve("front.mp4").toString());
    byte[] started = TestFilms.read(front);
    assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY_FILE);
    assertThat(reason("#EXTM3U\nfilm.mp4\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Reason.PLAYLIST);
    assertThat(reason(Arrays.copyOf(whole, 100))).isEqualTo(Reason.TRUNCATED);
    assertThat(reason(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Reason.TRUNCATED);
    assertThat(reason(Arrays.copyOf(started, started.length / 2))).isEqualTo(Reason.TRUNCATED);
    assertThat(reason(damaged(started))).isEqualTo(Reason.DAMAGED);
    assertThat(
            reason(
                TestFilms.read(
                    TestFilms.make(
                        "-i",
                        film.toString(),
                        "-vn",
                        "-c",
                        "copy",
                        folder.resolve("sound.mp4").toString()))))
        .isEqualTo(Reason.NO_VIDEO);
    assertThat(
            reason(
                TestFilms.read(
                    TestFilms.make(
                        "-i", film.toString(), "-t", "1", folder.resolve("short.mp4").toString()))))
        .isEqualTo(Reason.TOO_SHORT);
    String latin = new String(started, StandardCharsets.ISO_8859_1);
    assertThat(reason(latin.replace("avc1", "zz99").getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Reason.UNSUPPORTED_CODEC);
  }

  @Test
  void unreadableSubtitlesAreRefusedBeforeTheFilmIsRead() {
    Path words = TestFilms.write(folder.resolve("words.srt"), new byte[] {1, 2, 3});
    UnusableInputException refusal =
        catchThrowableOfType(
            UnusableInputException.class,
            () ->
                new FilmAnalyser()
                    .analyse(
                        folder.resolve("missing.mp4"),
                        SubtitleInput.of(words),
                        Accuracy.NORMAL,
                        (s, d) -> {}));
    assertThat(refusal.reason()).isEqualTo(Reason.SUBTITLES_UNREADABLE);
  }

  private Reason reason(byte[] bytes) {
    Path file = TestFilms.write(folder.resolve("try.mp4"), bytes);
    UnusableInputException refusal =
        catchThrowableOfType(
            UnusableInputException.class,
            () -> new FilmAnalyser().analyse(file, null, Accuracy.NORMAL, (s, d) -> {}));
    assertThat(refusal).isNotNull();
    return refusal.reason();
  }

  /** Flips bits in the second half of the file, where the pictures lie. */
  private static byte[] damaged(byte[] film) {
    byte[] bytes = film.clone();
    Random random = new Random(7);
    for (int i = 0; i < bytes.length / 50; i++) {
      bytes[bytes.length / 4 + random.nextInt(bytes.length * 3 / 4)] ^=
          (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }
}
