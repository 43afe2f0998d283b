package com.movierecap.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.movierecap.media.UnusableInputException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmContainerTest {
  @ParameterizedTest
  @CsvSource({
    "....ftypisom, ISO",
    "....ftypqt  , ISO",
    "....moov...., ISO",
    "....mdat...., ISO",
    "....wide...., ISO",
    "....free...., ISO",
    "RIFF....AVI LIST, AVI",
    "OggS........, OGG",
    "FLV........., FLV"
  })
  void tellsContainersByTheirFirstBytes(String head, FilmContainer container) {
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '.' ? 0 : bytes[i];
    }
    assertThat(FilmContainer.sniff(bytes)).isEqualTo(container);
  }

  @Test
  void tellsMatroskaAndTransportStreamsByTheirMagic() {
    assertThat(FilmContainer.sniff(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1}))
        .isEqualTo(FilmContainer.MATROSKA);
    byte[] stream = new byte[1880];
    for (int i = 0; i < stream.length; i += 188) {
      stream[i] = 0x47;
    }
    assertThat(FilmContainer.sniff(stream)).isEqualTo(FilmContainer.MPEG_TS);
    assertThat(FilmContainer.sniff(new byte[] {0, 0, 1, (byte) 0xBA, 0x44}))
        .isEqualTo(FilmContainer.MPEG_PS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\nfile:///etc/passwd\n",
        "ffconcat version 1.0\nfile '/etc/passwd'\n",
        "<?xml version=\"1.0\"?><MPD></MPD>",
        "[playlist]\nFile1=http://localhost/\n",
        "http://localhost/film.mp4\n",
        "\uFEFF#EXTM3U\n"
      })
  void refusesAPlaylistUnderWhateverName(String text) {
    assertThat(reason(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.PLAYLIST);
    assertThat(reason(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(Reason.PLAYLIST);
  }

  @Test
  void aTextIsNoFilmAndNoPlaylistEither() {
    assertThat(reason("Dear diary, no film today.".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Reason.NOT_A_FILM);
  }

  @Test
  void saysWhyAFileIsNoFilm() {
    byte[] noise = new byte[500];
    Arrays.fill(noise, (byte) 3);
    assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY_FILE);
    assertThat(reason(noise)).isEqualTo(Reason.NOT_A_FILM);
    assertThat(reason(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
        .isEqualTo(Reason.NOT_A_FILM);
    assertThat(reason("\0\0\0\0ftypavif\0\0".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Reason.NOT_A_FILM);
    assertThat(reason("ID3\4\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Reason.NO_VIDEO);
    assertThat(reason("RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Reason.NO_VIDEO);
  }

  @Test
  void tellsWhatCamerasAndRecordersWrite() {
    byte[] partition = {
      0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01, 0x0D, 0x01, 0x02, 0x01, 0x01, 0x02, 0x04, 0
    };
    assertThat(FilmContainer.sniff(partition)).isEqualTo(FilmContainer.MXF);
    assertThat(FilmContainer.sniff(new byte[] {0x1F, 0x07, 0x00, (byte) 0xBF, 0, 0}))
        .isEqualTo(FilmContainer.DV);
    assertThat(FilmContainer.sniff(new byte[] {0, 0, 1, (byte) 0xB3, 20, 0}))
        .isEqualTo(FilmContainer.MPEG_VIDEO);
    assertThat(FilmContainer.sniff(new byte[] {0, 0, 0, 1, 0x67, 66}))
        .isEqualTo(FilmContainer.AVC_VIDEO);
    assertThat(FilmContainer.sniff(new byte[] {0, 0, 0, 1, 0x40, 1, 12}))
        .isEqualTo(FilmContainer.HEVC_VIDEO);
  }

  @ParameterizedTest
  @CsvSource({
    "PK.., a ZIP archive",
    "%PDF-1.7, a PDF document",
    "WEBVTT, WebVTT subtitles",
    "ID3, an MP3 sound",
    "MZ, a Windows program",
    "GIF89a, a GIF picture"
  })
  void namesWhatItSaw(String head, String seen) {
    String bytes = head.replace("..", "\3\4");
    UnusableInputException refusal =
        catchThrowableOfType(
            UnusableInputException.class,
            () -> FilmContainer.sniff(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(refusal).hasMessageContaining("it is " + seen);
    if (refusal.reason() == Reason.NOT_A_FILM) {
      assertThat(refusal).hasMessageContaining("accepted are MP4");
    }
  }

  @Test
  void namesSubtitlesByTheirFirstCue() {
    byte[] cue = "1\n00:00:01,000 --> 00:00:02,000\nHello\n".getBytes(StandardCharsets.UTF_8);
    assertThat(FileKind.of(cue)).contains(FileKind.SUBRIP);
    assertThat(FileKind.of("Dear diary".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Reason reason(byte[] head) {
    return catchThrowableOfType(UnusableInputException.class, () -> FilmContainer.sniff(head))
        .reason();
  }
}
