package com.movierecap.media.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.TestFilms;
import com.movierecap.media.analysis.FilmAnalyser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatroskaChaptersTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "as they lie, 0 3 3 6, false",
    "the second first, 3 6 0 3, true",
    "one left out, 0 2 3 6, true",
    "the end left out, 0 3 3 4.5, true",
    "one twice, 0 3 0 3 3 6, true"
  })
  void saysWhereChaptersPlayTheFilmOtherwise(String name, String times, boolean reordered)
      throws IOException {
    Path film = film(chapters(true, times));
    assertThat(MatroskaChapters.reordered(film, 6)).isEqualTo(reordered);
    MovieAnalysis analysis =
        new FilmAnalyser().analyse(film, null, Accuracy.PREVIEW, (stage, done) -> {});
    assertThat(analysis.movie().warnings()).hasSize(reordered ? 1 : 0);
    assertThat(String.join("", analysis.movie().warnings()).contains("ordered chapters"))
        .isEqualTo(reordered);
  }

  @Test
  void chaptersThatOnlyNamePlacesChangeNothing() throws IOException {
    assertThat(MatroskaChapters.reordered(film(chapters(false, "3 6 0 3")), 6)).isFalse();
    assertThat(MatroskaChapters.reordered(plain(), 6)).isFalse();
  }

  @Test
  void whatIsNoMatroskaHasNoChapters() throws IOException {
    for (byte[] bytes : new byte[][] {{}, {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}, new byte[100]}) {
      Path film = TestFilms.write(folder.resolve("none.mkv"), bytes);
      assertThat(MatroskaChapters.reordered(film, 6)).isFalse();
    }
  }

  private Path plain() {
    return TestFilms.make(
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=320x180:r=25:d=6",
        "-g",
        "25",
        "-c:v",
        "libx264",
        folder.resolve("plain.mkv").toString());
  }

  /** Puts chapters behind the head of a film, before what was there. */
  private Path film(byte[] chapters) throws IOException {
    byte[] plain = Files.readAllBytes(plain());
    int segment = 0;
    while (plain[segment] != 0x18 || plain[segment + 1] != 0x53) {
      segment++;
    }
    // an element's name of four bytes and its length of eight; what it tells of places is off then
    int data = segment + 12;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, segment + 4);
    out.write(new byte[] {1, -1, -1, -1, -1, -1, -1, -1});
    out.write(chapters);
    int seekHead = data;
    while (plain[seekHead] != 0x15 || plain[seekHead + 1] != 0x49) {
      seekHead++;
    }
    out.write(plain, seekHead, plain.length - seekHead);
    return TestFilms.write(folder.resolve("film.mkv"), out.toByteArray());
  }

  private static byte[] chapters(boolean ordered, String times) {
    byte[] edition = element(new int[] {0x45, 0xDD}, new byte[] {(byte) (ordered ? 1 : 0)});
    String[] seconds = times.split(" ");
    for (int i = 0; i + 1 < seconds.length; i += 2) {
      byte[] start = element(new int[] {0x91}, nanoseconds(seconds[i]));
      byte[] end = element(new int[] {0x92}, nanoseconds(seconds[i + 1]));
      byte[] uid = element(new int[] {0x73, 0xC4}, new byte[] {(byte) (i + 1)});
      edition = joined(edition, element(new int[] {0xB6}, joined(uid, joined(start, end))));
    }
    return element(new int[] {0x10, 0x43, 0xA7, 0x70}, element(new int[] {0x45, 0xB9}, edition));
  }

  private static byte[] nanoseconds(String seconds) {
    long value = Math.round(Double.parseDouble(seconds) * 1e9);
    byte[] bytes = new byte[8];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (value >> (56 - 8 * i));
    }
    return bytes;
  }

  private static byte[] element(int[] id, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int b : id) {
      out.write(b);
    }
    out.write(0x40 | body.length >> 8);
    out.write(body.length & 0xFF);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}
