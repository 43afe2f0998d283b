package com.movierecap.media.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.movierecap.media.FilmContainer;
import com.movierecap.media.TestFilms;
import com.movierecap.media.Timecode;
import com.movierecap.media.Track;
import com.movierecap.media.Track.Kind;
import com.movierecap.media.Track.Role;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.ffmpeg.FilmProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of many tracks are the film. */
class FilmTracksTest {
  private static final String WORDS = "1\n00:00:00,500 --> 00:00:01,250\nHello.\n";

  @TempDir Path folder;

  /** Two sounds, two subtitles: of each the second is chosen unless the first is as good. */
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "mkv,-disposition:a:0 default+comment -disposition:a:1 0,2",
        "mkv,-disposition:a:0 comment -disposition:a:1 0,2",
        "mkv,-disposition:a:0 default -metadata:s:a:0 title=Director's_Commentary,2",
        "mkv,-disposition:a:0 default -metadata:s:a:0 title=Audiodeskription,2",
        "mkv,-disposition:a:0 0 -disposition:a:1 default,2",
        "mkv,-disposition:a:0 0 -disposition:a:1 original,2",
        "mkv,-disposition:a:0 comment -disposition:a:1 comment,1",
        "mkv,-disposition:a:0 0 -disposition:a:1 0,1",
        "mkv,-disposition:a:0 default -metadata:s:a:0 title=Comments_off,1",
        "mp4,-disposition:a:0 comment -disposition:a:1 default,2",
        "ts,-disposition:a:0 visual_impaired,2",
        "ts,-disposition:a:1 visual_impaired,1"
      })
  void theSoundMeantForAllIsHeard(String ending, String options, int number) {
    FilmProbe probe = probe(film(ending, options.split(" ")), TrackChoice.USUAL);
    assertThat(chosen(probe, Kind.SOUND)).isEqualTo(number);
    assertThat(probe.tracks()).filteredOn(t -> t.kind() == Kind.SOUND).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "-disposition:s:0 comment -disposition:s:1 0,2",
    "-disposition:s:0 forced -disposition:s:1 0,2",
    "-disposition:s:0 0 -disposition:s:1 default,2",
    "-disposition:s:0 0 -disposition:s:1 0,1",
  })
  void theSubtitlesMeantForAllAreRead(String options, int number) {
    FilmProbe probe = probe(film("mkv", options.split(" ")), TrackChoice.USUAL);
    assertThat(chosen(probe, Kind.SUBTITLES)).isEqualTo(number);
  }

  @Test
  void theTracksAskedForAreReadWhateverTheyAre() {
    Path film = film("mkv", "-disposition:a:0 comment -disposition:s:0 forced".split(" "));
    FilmProbe probe = probe(film, TrackChoice.of(1, 1));
    assertThat(chosen(probe, Kind.SOUND)).isEqualTo(1);
    assertThat(chosen(probe, Kind.SUBTITLES)).isEqualTo(1);
    assertThat(refusal(film, TrackChoice.of(3, null)))
        .isEqualTo("The film has no such track. (number 3 was asked for, it has 2 sound tracks)");
    assertThat(refusal(film, TrackChoice.of(null, 9))).contains("2 subtitle tracks");
  }

  @Test
  void tracksAreToldAsTheFilmTellsThem() {
    Path film =
        film(
            "mkv",
            "-metadata:s:a:0",
            "language=fra",
            "-metadata:s:a:1",
            "title=Commentary",
            "-ac:a:1",
            "2");
    List<Track> tracks = probe(film, TrackChoice.USUAL).tracks();
    assertThat(tracks.get(0).kind()).isEqualTo(Kind.SUBTITLES);
    assertThat(tracks.get(0).channels()).isNull();
    assertThat(tracks.get(2).kind()).isEqualTo(Kind.PICTURE);
    assertThat(tracks.get(3))
        .isEqualTo(new Track(Kind.SOUND, 1, "aac", "fra", null, 1, List.of(Role.DEFAULT), true));
    assertThat(tracks.get(4))
        .isEqualTo(
            new Track(
                Kind.SOUND, 2, "aac", null, "Commentary", 2, List.of(Role.COMMENTARY), false));
  }

  @Test
  void aStillPictureBeforeTheFilmIsNotTheFilm() {
    for (String options :
        List.of("-disposition:v:0 0 -disposition:v:1 default", "-disposition:v:0 default")) {
      List<String> arguments = new ArrayList<>(inputs("color=red:s=300x450:d=0.04"));
      arguments.addAll(List.of("-c:v:0", "mjpeg", "-frames:v:0", "1"));
      arguments.addAll(List.of(options.split(" ")));
      arguments.add(folder.resolve("still.mkv").toString());
      Path film = TestFilms.make(arguments.toArray(String[]::new));
      assertThat(probe(film, TrackChoice.USUAL).picture().width()).isEqualTo(320);
    }
  }

  @Test
  void aSmallPreviewBeforeTheFilmIsNotTheFilm() {
    List<String> arguments = new ArrayList<>(inputs("testsrc2=s=80x46:r=25:d=3"));
    arguments.add(folder.resolve("preview.mp4").toString());
    Path film = TestFilms.make(arguments.toArray(String[]::new));
    assertThat(probe(film, TrackChoice.USUAL).picture().width()).isEqualTo(320);
  }

  /** As cameras count that number pictures of 50 a second in pairs. */
  @Test
  void aTimecodeIsToldWithThePaceItCountsAt() {
    Path counted = folder.resolve("counted.mov");
    String source = "testsrc2=s=320x180:d=1:r=";
    TestFilms.make(
        "-f", "lavfi", "-i", source + 25, "-timecode", "10:00:00:12", counted.toString());
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            source + 50,
            "-i",
            counted.toString(),
            "-map",
            "0:v",
            "-map",
            "1:d",
            "-c:d",
            "copy",
            folder.resolve("film.mov").toString());
    assertThat(probe(film, TrackChoice.USUAL).timecode())
        .isEqualTo(new Timecode("10:00:00:12", null, 25));
  }

  private static List<String> inputs(String first) {
    return List.of(
        "-f",
        "lavfi",
        "-i",
        first,
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=320x180:r=25:d=3",
        "-map",
        "0",
        "-map",
        "1",
        "-pix_fmt",
        "yuv420p");
  }

  private Path film(String ending, String... options) {
    Path words =
        TestFilms.write(folder.resolve("words.srt"), WORDS.getBytes(StandardCharsets.UTF_8));
    List<String> arguments = new ArrayList<>();
    for (String source : List.of("testsrc2=s=320x180:r=25:d=3", "sine=d=3", "sine=f=880:d=3")) {
      arguments.addAll(List.of("-f", "lavfi", "-i", source));
    }
    if (ending.equals("mkv")) {
      arguments.addAll(List.of("-i", words.toString(), "-i", words.toString()));
      arguments.addAll(List.of("-map", "3", "-map", "4"));
    }
    arguments.addAll(List.of("-map", "0", "-map", "1", "-map", "2", "-c:a", "aac"));
    for (String option : options) {
      arguments.add(option.replace('_', option.startsWith("title=") ? ' ' : '_'));
    }
    arguments.add(folder.resolve("film." + ending).toString());
    return TestFilms.make(arguments.toArray(String[]::new));
  }

  private static int chosen(FilmProbe probe, Kind kind) {
    return probe.tracks().stream()
        .filter(t -> t.kind() == kind && t.chosen())
        .map(Track::number)
        .findFirst()
        .orElse(0);
  }

  private static @Nullable String refusal(Path film, TrackChoice choice) {
    UnusableInputException refusal =
        catchThrowableOfType(UnusableInputException.class, () -> probe(film, choice));
    assertThat(refusal.reason()).isEqualTo(Reason.NO_SUCH_TRACK);
    return refusal.getMessage();
  }

  private static FilmProbe probe(Path film, TrackChoice choice) {
    byte[] head = Arrays.copyOf(TestFilms.read(film), FilmContainer.HEAD_BYTES);
    return FilmProbe.of(film, FilmContainer.sniff(head), choice);
  }
}
