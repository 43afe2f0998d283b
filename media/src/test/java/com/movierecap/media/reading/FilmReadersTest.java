package com.movierecap.media.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.TestFilms;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.ffmpeg.PipeFilmReader;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.SoundBlock;
import com.movierecap.media.humble.HumbleFilmReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmReadersTest {
  private static final String PQ =
      "setparams=color_trc=smpte2084:color_primaries=bt2020:colorspace=bt2020nc,"
          + "format=yuv420p10le -c:v libx265 -preset ultrafast -x265-params"
          + " log-level=none:hdr-opt=1:repeat-headers=1:colorprim=bt2020:transfer=smpte2084:"
          + "colormatrix=bt2020nc:max-cll=1000,400:"
          + "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c:v libsvtav1 -preset 12 -svtav1-params lp=1",
        "-vf " + PQ,
        "-c:v libvpx-vp9 -pix_fmt yuv444p -deadline realtime -cpu-used 8",
        "-c:v libx264 -pix_fmt yuv444p10le"
      })
  void whatTheLibraryCannotDecodeIsReadThroughThePipe(String encoder) {
    Path film = film("film.mkv", encoder);
    List<Double> seconds = new ArrayList<>();
    try (FilmReader reader = FilmReaders.open(film, Accuracy.NORMAL)) {
      assertThat(reader).isInstanceOf(PipeFilmReader.class);
      MovieInfo info = read(reader, seconds, new ArrayList<>());
      assertThat(info.durationSeconds()).isCloseTo(3, offset(0.01));
      assertThat(info.frameRate()).isCloseTo(25, offset(0.01));
      assertThat(info.keyframeSeconds()).startsWith(0.0);
      List<Double> between = new ArrayList<>();
      reader.readBetween(40, 42, p -> between.add(p.seconds()));
      assertThat(between).isEqualTo(seconds.subList(40, 43));
    }
    assertThat(seconds).hasSize(75).isSorted();
  }

  @Test
  void picturesOfAWideRangeLookLikeOrdinaryOnes() {
    // a code of 509 in 1023 is 100 cd/m2 in PQ, the white of an ordinary picture
    String white = "-vf format=yuv420p10le,geq=lum=509:cb=512:cr=512,";
    List<byte[]> pictures = new ArrayList<>();
    try (FilmReader reader = FilmReaders.open(film("film.mp4", white + PQ), Accuracy.NORMAL)) {
      read(reader, new ArrayList<>(), pictures);
    }
    int luma = pictures.get(30)[SmallPicture.WIDTH * 45 + 80] & 0xFF;
    assertThat(luma).as("luma of reference white").isBetween(150, 235);
  }

  @Test
  void aPreviewDecodesKeyframesAloneAndKnowsAllPictures() {
    for (String encoder : List.of("-c:v libx264 -g 15 -sc_threshold 0", "-c:v libsvtav1 -g 15")) {
      List<Double> seconds = new ArrayList<>();
      try (FilmReader reader = FilmReaders.open(film("film.mkv", encoder), Accuracy.PREVIEW)) {
        MovieInfo info = read(reader, seconds, new ArrayList<>());
        assertThat(reader.clock().pictures()).isEqualTo(75);
        assertThat(info.durationSeconds()).isCloseTo(3, offset(0.01));
        assertThat(seconds).as(encoder).isEqualTo(info.keyframeSeconds()).hasSize(5);
      }
    }
  }

  @Test
  void picturesThatAnEditListLeavesOutAreNotRead() {
    Path film = film("film.mp4", "-c:v libx264 -g 25 -bf 2");
    Path cut = folder.resolve("cut.mp4");
    // copying from between keyframes keeps what comes before and hides it by an edit list
    TestFilms.make("-ss", "0.6", "-i", film.toString(), "-c", "copy", cut.toString());
    List<Double> seconds = new ArrayList<>();
    try (FilmReader reader = FilmReaders.open(cut, Accuracy.ACCURATE)) {
      assertThat(read(reader, seconds, new ArrayList<>()).durationSeconds())
          .isCloseTo(2.4, offset(0.05));
    }
    assertThat(seconds).hasSize(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mov"})
  void whatATrimmedFilmHidesIsNotCounted(String ending) {
    Path film = film("whole.mp4", "-c:v libx264 -g 50 -c:a aac");
    Path trimmed = folder.resolve("trimmed." + ending);
    TestFilms.make("-ss", "0.6", "-i", film.toString(), "-c", "copy", trimmed.toString());
    try (FilmReader reader = FilmReaders.open(trimmed, Accuracy.NORMAL)) {
      assertThat(read(reader, new ArrayList<>(), new ArrayList<>()).durationSeconds())
          .isCloseTo(2.4, offset(0.05));
    }
  }

  @Test
  void longFilmsAreDecodedInPartsThatJoinWithoutASeam() {
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=50:d=32",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-bf",
            "3",
            "-x264-params",
            "open-gop=1:keyint=60:scenecut=0",
            folder.resolve("long.mp4").toString());
    List<Double> seconds = new ArrayList<>();
    List<byte[]> pictures = new ArrayList<>();
    try (FilmReader reader = FilmReaders.open(film, Accuracy.ACCURATE)) {
      assertThat(reader).isInstanceOf(HumbleFilmReader.class);
      assertThat(read(reader, seconds, pictures).warnings()).isEmpty();
    }
    assertThat(seconds).hasSize(1600).isSorted().doesNotHaveDuplicates();
    List<byte[]> single = new ArrayList<>();
    try (FilmReader reader = FilmReaders.open(film, Accuracy.ACCURATE)) {
      read(reader, new ArrayList<>(), new ArrayList<>());
      reader.readBetween(470, 560, p -> single.add(p.luma.clone()));
    }
    for (int i = 0; i < single.size(); i++) {
      assertThat(pictures.get(470 + i)).as("picture " + (470 + i)).isEqualTo(single.get(i));
    }
    assertThat(single).hasSize(91);
  }

  /** So long that they are decoded in parts. */
  @ParameterizedTest
  @CsvSource({
    "mp4,open-gop=1:keyint=50:bframes=3",
    "mkv,open-gop=1:keyint=50:bframes=3:b-pyramid=normal:ref=4",
    "ts,open-gop=1:keyint=50:bframes=3",
    "mp4,intra-refresh=1:keyint=60",
    "mkv,intra-refresh=1:keyint=60",
    "ts,intra-refresh=1:keyint=60"
  })
  void groupsOfPicturesThatNeedEachOtherAreNotDamaged(String ending, String parameters) {
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=50:d=26",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-x264-params",
            parameters + ":scenecut=0",
            folder.resolve("groups." + ending).toString());
    for (Accuracy accuracy : List.of(Accuracy.NORMAL, Accuracy.ACCURATE)) {
      List<Double> seconds = new ArrayList<>();
      try (FilmReader reader = FilmReaders.open(film, accuracy)) {
        MovieInfo info = read(reader, seconds, new ArrayList<>());
        assertThat(info.warnings()).isEmpty();
        boolean refreshed = parameters.startsWith("intra");
        assertThat(info.keyframeSeconds()).hasSize(refreshed ? 1 : 26);
        List<Double> between = new ArrayList<>();
        reader.readBetween(735, 740, p -> between.add(p.seconds()));
        assertThat(between).hasSize(6);
      }
      assertThat(seconds).isSorted().hasSizeGreaterThan(accuracy == Accuracy.NORMAL ? 400 : 1299);
    }
  }

  @Test
  void aFilmWhosePicturesLieInAnotherFileIsRefused() {
    byte[] film = TestFilms.read(film("film.mp4", "-c:v libx264 -an"));
    int dref = indexOf(film, "url ");
    // without flag 1 a data reference points elsewhere
    ByteBuffer.wrap(film).putInt(dref + 4, 0);
    assertThat(refusal(film)).isEqualTo(Reason.PLAYLIST);
  }

  @Test
  void aPlaylistCalledAFilmIsRefused() {
    assertThat(
            refusal(
                "ffconcat version 1.0\nfile '/etc/hostname'\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Reason.PLAYLIST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0016\u0054\u00ae\u006b", "\u0063\u00a2", "\u001f\u0043\u00b6\u0075"})
  void matroskaThatClaimsSizesItDoesNotHaveIsRefusedOrReadWithoutThem(String element) {
    byte[] film = TestFilms.read(film("film.mkv", "-c:v libx264 -an"));
    // a size of seven bytes, nearly the largest there is
    ByteBuffer.wrap(film).putLong(indexOf(film, element) + element.length(), 0x01FFFFFFFFFFFFF0L);
    Path file = TestFilms.write(folder.resolve("bomb.mkv"), film);
    List<Double> seconds = new ArrayList<>();
    UnusableInputException refusal =
        catchThrowableOfType(
            UnusableInputException.class,
            () -> {
              try (FilmReader reader = FilmReaders.open(file, Accuracy.NORMAL)) {
                read(reader, seconds, new ArrayList<>());
              }
            });
    if (refusal == null) {
      assertThat(seconds).isNotEmpty();
    } else {
      assertThat(refusal.reason())
          .isIn(Reason.DAMAGED, Reason.NO_STREAMS, Reason.TRUNCATED, Reason.UNSUPPORTED_CODEC);
    }
  }

  private Path film(String name, String encoder) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=3", "-f", "lavfi", "-i"));
    arguments.addAll(List.of("sine=d=3"));
    arguments.addAll(List.of(encoder.split(" ")));
    arguments.add(folder.resolve(name).toString());
    return TestFilms.make(arguments.toArray(String[]::new));
  }

  private static MovieInfo read(FilmReader reader, List<Double> seconds, List<byte[]> luma) {
    reader.read(
        new FilmListener() {
          @Override
          public void picture(SmallPicture picture) {
            seconds.add(picture.seconds());
            luma.add(picture.luma.clone());
          }

          @Override
          public void sound(SoundBlock block) {
            assertThat(block.frames()).isPositive();
          }

          @Override
          public void progress(double done) {
            assertThat(done).isBetween(0.0, 1.0);
          }
        });
    return reader.info();
  }

  private Reason refusal(byte[] bytes) {
    Path file = TestFilms.write(folder.resolve("hostile.mp4"), bytes);
    UnusableInputException refusal =
        catchThrowableOfType(
            UnusableInputException.class,
            () -> {
              try (FilmReader reader = FilmReaders.open(file, Accuracy.NORMAL)) {
                read(reader, new ArrayList<>(), new ArrayList<>());
              }
            });
    assertThat(refusal).isNotNull();
    return refusal.reason();
  }

  private static int indexOf(byte[] bytes, String latin) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(latin);
    assertThat(at).isPositive();
    return at;
  }
}
