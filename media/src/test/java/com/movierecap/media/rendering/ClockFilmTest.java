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
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.selection.PickSelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "camera.mxf                      | -c:v mpeg2video -q:v 5 -g 12 -bf 2 -c:a pcm_s16le -ar 48000 -ac 1",
        "tape.dv                         | -vf scale=720:576,setsar=64/45,format=yuv420p -c:v dvvideo -c:a pcm_s16le -ac 2 -ar 48000",
        "television.wtv                  | -c:v mpeg2video -q:v 5 -g 12 -c:a mp2",
        "windows media.wmv               | -c:v wmv2 -q:v 5 -c:a wmav2 -ac 1",
        "fragments.mp4                   | " + FAST + " -movflags frag_keyframe+delay_moov",
      })
  void everyContainerIsReadToThePicture(String name, String options) throws IOException {
    exact(clock.make(name, options.strip().split(" ")));
  }

  /**
   * What begins later than the picture is heard where it belongs, also in a pick from the start.
   */
  @ParameterizedTest
  @CsvSource({"late.ts,mp2", "late.mp4,aac", "late.mkv,aac", "late.flv,aac"})
  void soundThatBeginsLaterIsHeardWhereItBelongs(String name, String codec) throws IOException {
    Path film = clock.make(name, (H264 + " -g 50 -af atrim=1.5 -ac 1 -c:a " + codec).split(" "));
    Rendition rendition =
        rendered(film, analysis(film), MetronomeFilm.timeline(0, 3, 8, 10), false);
    Path recap = out.resolve("recap.mp4");
    ClockFilm.Tones tones = ClockFilm.tones(recap);
    assertThat(tones.at(1)).isEmpty();
    for (double at : new double[] {1.8, 2.6, 3.4}) {
      double told = at < 3 ? at : at + 5;
      assertThat(tones.at(at).orElseThrow()).isEqualTo(told, within(SOUND_SECONDS));
    }
    assertThat(rendition.lengthSeconds()).isEqualTo(5);
  }

  /** Pictures alone do not say when they are shown: that is counted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bare.m1v  | recap.mkv | -c:v mpeg1video -q:v 5 -g 12 -bf 2",
        "bare.m2v  | recap.mkv | -c:v mpeg2video -q:v 5 -g 12 -bf 2",
        "plain.m2v | recap.mkv | -c:v mpeg2video -q:v 5 -g 12 -bf 0",
        "bare.h264 | recap.mp4 | " + H264 + " -g 50",
        "bare.hevc | recap.mp4 | -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=3:b-adapt=0"
      })
  void picturesWithoutAContainerAreReadToThePicture(String name, String lossless, String options)
      throws IOException {
    Path film = clock.make(name, ("-an " + options.strip()).split(" "));
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().warnings()).isEmpty();
    assertThat(analysis.movie().audioCodec()).isNull();
    // the last two may be counted together
    assertThat(analysis.movie().durationSeconds()).isEqualTo(ClockFilm.SECONDS, within(0.09));
    assertCuts(analysis, 0);
    rendered(film, analysis, picks(), false);
    shows(picks(), out.resolve("recap.mp4"), 0);
    Rendition copied = rendered(film, analysis, MetronomeFilm.timeline(0, 2, 6, 8), true);
    shows(copied.timeline(), out.resolve(lossless), 0);
  }

  /** A recorder that fails for a while leaves a gap, in MP4 one that no packet owns up to. */
  @ParameterizedTest
  @ValueSource(strings = {"mp4", "ts"})
  void aGapInTheSoundIsSilent(String ending) throws IOException {
    Path whole = clock.make("heard." + ending, FAST.split(" "));
    Path film =
        clock.from(
            whole,
            List.of(),
            "unheard." + ending,
            "-c",
            "copy",
            "-bsf:a",
            "noise=drop=between(n\\,234\\,328)");
    rendered(film, analysis(film), MetronomeFilm.timeline(4, 8), false);
    ClockFilm.Tones tones = ClockFilm.tones(out.resolve("recap.mp4"));
    assertThat(tones.at(0.5).orElseThrow()).isEqualTo(4.5, within(SOUND_SECONDS));
    assertThat(tones.at(2)).isEmpty();
    assertThat(tones.at(3.5).orElseThrow()).isEqualTo(7.5, within(SOUND_SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv"})
  void whereTheSoundEndedLongBeforeThereIsSilence(String ending) throws IOException {
    Path film = clock.make("ends." + ending, (FAST + " -af atrim=end=4").split(" "));
    rendered(film, analysis(film), MetronomeFilm.timeline(2, 4, 8, 10, 13, 15), false);
    ClockFilm.Tones tones = ClockFilm.tones(out.resolve("recap.mp4"));
    assertThat(tones.seconds()).isEqualTo(6, within(0.05));
    assertThat(tones.at(1).orElseThrow()).isEqualTo(3, within(SOUND_SECONDS));
    assertThat(tones.at(3)).isEmpty();
    assertThat(tones.at(5)).isEmpty();
  }

  /** Its colours are stored for four pixels at once. */
  @Test
  void aTapeOfAmericaIsShown() throws IOException {
    String options =
        "-r 30000/1001 -vf scale=720:480,setsar=40/33 -pix_fmt yuv411p -c:v dvvideo"
            + " -c:a pcm_s16le -ac 2 -ar 48000";
    Path film = clock.make("america.dv", options.split(" "));
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().frameRate()).isEqualTo(29.97, within(0.01));
    rendered(film, analysis, MetronomeFilm.timeline(2.002, 4.004), false);
    List<Integer> shown = ClockFilm.pictures(out.resolve("recap.mp4"));
    assertThat(shown).hasSize(60);
    assertThat(shown.subList(0, 55)).isSorted().doesNotContain(NONE).startsWith(50);
  }

  /** As where somebody else's subtitles were put in, or those of a longer cut. */
  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv"})
  void aFilmWhoseSubtitlesGoOnBehindItsEndIsWhole(String ending) throws IOException {
    Path words = clock.path("words.srt");
    Files.writeString(
        words,
        "1\n00:00:02,000 --> 00:00:04,000\nHello\n\n2\n00:00:40,000 --> 00:00:42,000\nBye\n");
    List<String> also = List.of("-i", words.toString());
    String copied = "-c copy -c:s " + (ending.equals("mp4") ? "mov_text" : "srt");
    Path whole = clock.make("spoken." + ending, FAST.split(" "));
    Path film = clock.from(whole, also, "words." + ending, ("-map 0 -map 1 " + copied).split(" "));
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().durationSeconds()).isEqualTo(ClockFilm.SECONDS, within(0.05));
    assertThat(analysis.cues()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv", "ts", "flv"})
  void aFilmWhosePictureBeginsLaterThanItsSoundIsWhole(String ending) throws IOException {
    Path whole = clock.make("together." + ending, FAST.split(" "));
    Path film =
        clock.from(
            whole,
            List.of("-itsoffset", "2", "-i", whole.toString()),
            "shifted." + ending,
            "-map",
            "0:v",
            "-map",
            "1:a",
            "-c",
            "copy");
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().warnings()).isEmpty();
    assertThat(analysis.movie().durationSeconds()).isEqualTo(ClockFilm.SECONDS, within(0.05));
    rendered(film, analysis, MetronomeFilm.timeline(0, 2, 6, 8), false);
    shows(MetronomeFilm.timeline(0, 2, 6, 8), out.resolve("recap.mp4"), 0);
    ClockFilm.Tones tones = ClockFilm.tones(out.resolve("recap.mp4"));
    // the tone was two seconds further when the picture began
    assertThat(tones.at(1).orElseThrow()).isEqualTo(3, within(SOUND_SECONDS));
    assertThat(tones.at(3).orElseThrow()).isEqualTo(9, within(SOUND_SECONDS));
  }

  /** What was cut off by an edit list, as telephones and QuickTime do, is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"mov", "mp4"})
  void whatATrimmedFilmHidesIsNeitherCountedNorShown(String ending) throws IOException {
    Path whole = clock.make("whole." + ending, FAST.split(" "));
    Path film = clock.from(whole, List.of("-ss", "3.32"), "trimmed." + ending, "-c", "copy");
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().durationSeconds()).isEqualTo(12.68, within(0.05));
    Timeline timeline = MetronomeFilm.timeline(0, 1.6, 5.2, 7, 11, 12.6);
    rendered(film, analysis, timeline, false);
    told(timeline, out.resolve("recap.mp4"), 3.32);
  }

  /** A recording that begins anywhere: what needs pictures from before it is not shown. */
  @Test
  void aBroadcastThatBeginsInTheMiddleOfAGroupIsReadFromItsFirstPictureOn() throws IOException {
    Path whole = clock.make("begun.ts", FAST.split(" "));
    byte[] bytes = Files.readAllBytes(whole);
    Path film = clock.path("middle.ts");
    Files.write(film, Arrays.copyOfRange(bytes, bytes.length / 188 / 5 * 188, bytes.length));
    MovieAnalysis analysis = analysis(film);
    double first = ClockFilm.SECONDS - analysis.movie().durationSeconds();
    assertThat(first % 2).isEqualTo(0, within(0.05));
    Timeline timeline = MetronomeFilm.timeline(0, 1.6, 5.2, 7);
    rendered(film, analysis, timeline, false);
    told(timeline, out.resolve("recap.mp4"), Math.rint(first));
  }

  /** Time stamps of the second part jump ahead, or begin anew. */
  @ParameterizedTest
  @CsvSource({"ts,900", "ts,0", "mpg,0"})
  void recordingsThatWereJoinedFollowEachOther(String ending, String offset) throws IOException {
    String options =
        ending.equals("mpg")
            ? "-c:v mpeg2video -q:v 5 -g 25 -c:a mp2"
            : FAST + " -force_key_frames 8";
    Path whole = clock.make("recorded-" + offset + "." + ending, options.split(" "));
    Path first = clock.from(whole, List.of("-t", "8"), "first." + ending, "-c", "copy");
    Path second =
        clock.from(
            whole,
            List.of("-ss", "8"),
            "second." + ending,
            "-c",
            "copy",
            "-output_ts_offset",
            offset);
    Path film = clock.joined("joined-" + offset + "." + ending, first, second);
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().durationSeconds()).isEqualTo(ClockFilm.SECONDS, within(1.0));
    assertThat(analysis.movie().frameRate()).isEqualTo(ClockFilm.RATE, within(1.3));
    assertThat(analysis.movie().warnings()).hasSize(1).first().asString().contains("joined");
    Timeline timeline = MetronomeFilm.timeline(1, 2.6, 5.2, 7, 10, 11.52, 13, 14);
    for (boolean lossless : new boolean[] {false, true}) {
      Rendition rendition = rendered(film, analysis, timeline, lossless);
      String name = lossless && ending.equals("mpg") ? "recap.mkv" : "recap.mp4";
      follows(rendition.timeline(), out.resolve(name));
    }
  }

  /** Reception was lost for four seconds: too few for another recording. */
  @Test
  void nothingIsTakenFromAHole() throws IOException {
    Path whole = clock.make("received.ts", (FAST + " -force_key_frames 10").split(" "));
    Path first = clock.from(whole, List.of("-t", "6"), "before.ts", "-c", "copy");
    Path second =
        clock.from(
            whole, List.of("-ss", "10"), "after.ts", "-c", "copy", "-output_ts_offset", "10");
    MovieAnalysis analysis = analysis(clock.joined("lost.ts", first, second));
    assertThat(analysis.movie().rejoined()).isFalse();
    assertThat(analysis.movie().warnings()).hasSize(1).first().asString().contains("missing");
    Timeline timeline =
        new PickSelector()
            .select(analysis, RecapRequest.story(8, Rendering.of(Aspect.SOURCE, Captions.NONE)));
    assertThat(timeline.lengthSeconds()).isEqualTo(8, within(0.05));
    for (Pick pick : timeline.picks()) {
      assertThat(pick.endSeconds() < 6.3 || pick.startSeconds() > 9.4).as("%s", pick).isTrue();
    }
  }

  /** A screen on which nothing happens, while somebody speaks. */
  @Test
  void picturesFarApartAreNoOtherRecording() throws IOException {
    Path film =
        clock.make(
            "still.flv",
            (FAST + " -bf 0 -fps_mode vfr -vf select=not(mod(n\\,275))+eq(n\\,280)+eq(n\\,285)")
                .split(" "));
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().rejoined()).isFalse();
    assertThat(analysis.movie().audioCodec()).isEqualTo("aac");
    assertThat(analysis.movie().warnings()).isEmpty();
    assertThat(analysis.movie().durationSeconds()).isGreaterThan(11);
  }

  /** As broadcasts do between programmes: the shape of most of it, and what is narrower fits in. */
  @Test
  void aFilmWhoseShapeChangesKeepsTheShapeOfMostOfIt() throws IOException {
    String sound = " -c:v mpeg2video -q:v 4 -g 12 -c:a mp2 -ac 1";
    Path narrow =
        clock.make(
            "narrow.ts", ("-t 4 -vf crop=240:180,scale=360:288,setsar=16/15" + sound).split(" "));
    Path wide =
        clock.make(
            "wide.ts",
            ("-ss 4 -vf scale=360:288,setsar=64/45 -output_ts_offset 4" + sound).split(" "));
    Path film = clock.joined("shapes.ts", narrow, wide);
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().shapes()).hasSize(2);
    assertThat(analysis.movie().width()).isEqualTo(512);
    assertThat(analysis.movie().height()).isEqualTo(288);
    rendered(film, analysis, MetronomeFilm.timeline(2, 5.2, 8, 9), false);
    List<Integer> shown = ClockFilm.pictures(out.resolve("recap.mp4"));
    assertThat(shown).hasSize(105);
    // both parts at the width they had, so that the cells lie where they always do
    assertThat(shown.subList(60, 80)).isSorted().doesNotContain(NONE).doesNotHaveDuplicates();
    assertThat(shown.subList(4, 45)).isSorted().doesNotContain(NONE).doesNotHaveDuplicates();
    assertThat(light(out.resolve("recap.mp4"), 20)).isLessThan(20);
    assertThat(light(out.resolve("recap.mp4"), 70)).isGreaterThan(20);
  }

  /** As calls are recorded, and clips put one behind the other without encoding them again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call.webm  | crop=240:180 | -c:v libvpx -b:v 900k -deadline realtime -cpu-used 8",
        "clips.mkv  | crop=240:180 | " + H264 + " -g 25",
        "clips.mp4  | crop=240:180 | " + H264 + " -g 25",
        "young.mp4  | crop=240:180 | -c:v libvpx-vp9 -pix_fmt yuv444p -b:v 900k -deadline realtime -cpu-used 8",
        "better.webm| scale=160:90  | -c:v libvpx -b:v 900k -deadline realtime -cpu-used 8"
      })
  void picturesOfAnotherSizeAreFittedIntoThoseOfMostOfTheFilm(
      String name, String shape, String options) throws IOException {
    String ending = name.substring(name.indexOf('.'));
    String encoder = " -an " + options.strip();
    Path first = clock.make("first" + ending, ("-t 6 -vf " + shape + encoder).split(" "));
    Path second = clock.make("second" + ending, ("-ss 6" + encoder).split(" "));
    Path list = clock.path("list.txt");
    Files.writeString(list, "file '%s'\nfile '%s'\n".formatted(first, second));
    Path film = clock.from(list, List.of("-f", "concat", "-safe", "0"), name, "-c", "copy");
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().shapes()).hasSize(2);
    assertThat(analysis.movie().shapes().get(1).startSeconds()).isEqualTo(6, within(0.05));
    assertThat(analysis.movie().width()).isEqualTo(320);
    assertThat(analysis.movie().height()).isEqualTo(180);
    Timeline timeline = MetronomeFilm.timeline(2, 4, 5.2, 8, 10, 12);
    rendered(film, analysis, timeline, false);
    shows(timeline, out.resolve("recap.mp4"), 0);
  }

  /** Mean of the left edge of a picture, 0..255. */
  private static int light(Path recap, int picture) {
    byte[] edge =
        FfmpegProgram.read(
            List.of(
                "-i",
                recap.toString(),
                "-vf",
                "select=eq(n\\,%d),crop=iw/16:ih/2:0:0,scale=1:1:flags=area,format=gray"
                    .formatted(picture),
                "-frames:v",
                "1",
                "-f",
                "rawvideo",
                "pipe:1"));
    return edge[0] & 0xFF;
  }

  /** Also the first group, which a seek overlooks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "copied.ts|recap.mp4|" + FAST,
        "copied.mpg|recap.mkv|-c:v mpeg2video -q:v 5 -g 50 -bf 0 -c:a mp2",
        "copied.flv|recap.mp4|" + FAST,
        "copied.mp4|recap.mp4|" + ENDLESS,
        "copied.avi|recap.mp4|" + H264 + " -g 50 -bf 3 -c:a aac",
        "older.avi|recap.mkv|-c:v mpeg2video -q:v 5 -g 12 -bf 2 -c:a mp2",
        "refreshed.mp4|recap.mp4|" + H264 + " -x264-params intra-refresh=1:keyint=60 -c:a aac"
      })
  void aLosslessRecapShowsAllOfItsPicks(String name, String recap, String options)
      throws IOException {
    Path film = clock.make(name, options.split(" "));
    Rendition rendition =
        rendered(film, analysis(film), MetronomeFilm.timeline(0, 2, 6, 8, 12, 13.6), true);
    told(rendition.timeline(), out.resolve(recap), 0);
  }

  @Test
  void aFilmWhoseSoundNobodyCanDecodeIsSilentAndSaysSo() throws IOException {
    Path plain = clock.make("plain-codec.mkv", FAST.split(" "));
    String bytes = new String(Files.readAllBytes(plain), StandardCharsets.ISO_8859_1);
    Path film = clock.path("no-codec.mkv");
    Files.writeString(film, bytes.replace("A_AAC", "A_ABC"), StandardCharsets.ISO_8859_1);
    MovieAnalysis analysis = analysis(film);
    assertThat(analysis.movie().audioCodec()).isNull();
    assertThat(analysis.movie().warnings())
        .containsExactly("The sound cannot be decoded and is left out.");
    Rendition rendition = rendered(film, analysis, picks(), false);
    assertThat(rendition.loudnessLufs()).isEqualTo(-70);
    assertThat(ClockFilm.pictures(out.resolve("recap.mp4"))).hasSize(148);
  }

  @Test
  void theSoundAskedForIsHeard() throws IOException {
    Path plain = clock.make("plain-sound.mkv", FAST.split(" "));
    Path film =
        clock.from(
            plain,
            List.of("-f", "lavfi", "-i", "sine=f=900:d=16"),
            "two-sounds.mkv",
            "-map",
            "1:v",
            "-map",
            "0:a",
            "-map",
            "1:a",
            "-c:v",
            "copy",
            "-c:a",
            "aac");
    MovieAnalysis analysis = analysis(film);
    rendered(film, analysis, picks(), false);
    assertThat(ClockFilm.tones(out.resolve("recap.mp4")).at(1).orElse(0)).isGreaterThan(12);
    rendered(film, analysis.hearing(2), picks(), false);
    told(picks(), out.resolve("recap.mp4"), 0);
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

  /** Pictures follow each other within a pick, near where it says, and sound belongs to them. */
  private static void follows(Timeline timeline, Path recap) {
    List<Integer> shown = ClockFilm.pictures(recap);
    ClockFilm.Tones tones = ClockFilm.tones(recap);
    double each = timeline.lengthSeconds() / shown.size();
    assertThat(each).isEqualTo(1 / ClockFilm.RATE, within(0.003));
    double at = 0;
    for (Pick pick : timeline.picks()) {
      int first = (int) Math.round(at / each);
      int frames = (int) Math.round(pick.lengthSeconds() / each);
      int edge = (int) (AROUND_JOINS / each);
      for (int i = edge; i < frames - edge; i++) {
        int number = shown.get(first + i);
        // where the rate is no whole number one may come twice
        assertThat(number - shown.get(first + i - 1)).isBetween(0, 2);
        double film = pick.startSeconds() + i * each;
        assertThat(number / ClockFilm.RATE).isEqualTo(film, within(1.0));
        if (i % 5 == 0) {
          assertThat(tones.at((first + i + 0.5) * each).orElse(0))
              .isEqualTo((number + 0.5) / ClockFilm.RATE, within(0.1));
        }
      }
      at += pick.lengthSeconds();
    }
  }

  /**
   * Holds a recap against its timeline.
   *
   * @param offset seconds of the master at which the film begins
   */
  private static void told(Timeline timeline, Path recap, double offset) {
    shows(timeline, recap, offset);
    ClockFilm.Tones tones = ClockFilm.tones(recap);
    List<String> wrong = new ArrayList<>();
    double at = 0;
    for (Pick pick : timeline.picks()) {
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
  }

  /** Holds a recap's pictures against its timeline. */
  private static void shows(Timeline timeline, Path recap, double offset) {
    List<Integer> shown = ClockFilm.pictures(recap);
    List<String> wrong = new ArrayList<>();
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
    }
    assertThat(wrong).isEmpty();
    assertThat(shown).hasSize(count);
  }
}
