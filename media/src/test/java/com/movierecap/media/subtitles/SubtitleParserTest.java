package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.media.Cue;
import com.movierecap.media.UnusableInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleParserTest {
  private static final String TWO =
      """
      1
      00:00:01,000 --> 00:00:02,500
      First line
      second line.

      2
      00:01:02,345 --> 00:01:03,456
      Äpfel, déjà vu.
      """;

  @Test
  void readsSubRip() {
    assertThat(parse(TWO))
        .containsExactly(
            new Cue(1, 2.5, "First line\nsecond line."),
            new Cue(62.345, 63.456, "Äpfel, déjà vu."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
  void readsAnyEncoding(String charset) {
    assertThat(SubtitleParser.parse(TWO.getBytes(Charset.forName(charset)))).isEqualTo(parse(TWO));
  }

  @Test
  void aByteOrderMarkIsNoText() {
    byte[] marked = ("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_8);
    assertThat(SubtitleParser.parse(marked)).isEqualTo(parse(TWO));
  }

  @Test
  void readsCyrillicOfOldFiles() {
    String russian =
        "1\n00:00:01,000 --> 00:00:02,000\nЯ ищу кое-кого. Опасная охота для одинокой охотницы.\n\n"
            + "2\n00:00:03,000 --> 00:00:04,000\nЯ одна, сколько себя помню.\n";
    assertThat(SubtitleParser.parse(russian.getBytes(Charset.forName("windows-1251"))))
        .isEqualTo(parse(russian));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsAnyLineEnd(String end) {
    assertThat(parse(TWO.replace("\n", end))).isEqualTo(parse(TWO));
  }

  @Test
  void leavesOutCuesWithBrokenTimes() {
    String text =
        """
        1
        00:00:02,345 --> 00:00:03,4560
        too many decimals

        2
        00:00:04,567 --> 00:00:08,90
        too few

        3
        -00:00:02,345 --> 00:00:01,234
        negative

        4
        00:00:09,000 --> 00:00:08,000
        backwards

        00:00:10,000 --> 00:00:11,000
        good, without a number

        6
        """;
    assertThat(parse(text)).containsExactly(new Cue(10, 11, "good, without a number"));
  }

  @Test
  void aMissingBlankLineDoesNotGlueCues() {
    assertThat(parse("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n"))
        .containsExactly(new Cue(1, 2, "A"), new Cue(3, 4, "B"));
  }

  @Test
  void stripsTags() {
    assertThat(
            parse(
                "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color=\"#fff\"><i>Tom</i></font>"
                    + " &amp; Jerry &lt;3\n"))
        .containsExactly(new Cue(1, 2, "Tom & Jerry <3"));
  }

  @Test
  void sortsCuesAndEndsOverlaps() {
    assertThat(
            parse(
                """
                2
                00:00:03,000 --> 00:00:06,000
                later

                1
                00:00:01,000 --> 00:00:04,000
                earlier

                3
                00:00:03,100 --> 00:00:05,000
                at once
                """))
        .containsExactly(new Cue(1, 3, "earlier"), new Cue(3, 6, "later\nat once"));
  }

  @Test
  void readsWebVttWithNotesStylesAndSettings() {
    assertThat(
            parse(
                """
                WEBVTT # comment

                STYLE
                ::cue(v) { color: red }

                NOTE
                nothing

                id
                00:01.000 --> 00:02.500 position:60%,end align:start
                <v Ann>Hello <c.loud>you</c> <00:02.000>there

                00:02.bad --> 00:03.000
                broken
                """))
        .containsExactly(new Cue(1, 2.5, "Hello you there"));
  }

  @Test
  void readsAssByItsFormatLine() {
    assertThat(
            parse(
                """
                [Script Info]
                Title: x

                [Events]
                Format: Layer, Start, End, Style, Name, Text
                Comment: 0,0:00:00.00,0:00:01.00,D,N,not shown
                Dialogue: 0,0:00:01.00,0:00:02.50,D,N,{\\i1}One{\\i0}, with a comma\\Nand a line.
                Dialogue: 0,Invalid,0:00:03.00,D,N,broken
                Dialogue: a,0:00:04:56,0:00:08:90,D,N,colons for points
                Dialogue: 0,0:00:10.00,0:00:11.00,D,N,{\\p1}m 0 0 l 1 1
                """))
        .containsExactly(
            new Cue(1, 2.5, "One, with a comma\nand a line."),
            new Cue(4.56, 8.9, "colons for points"));
  }

  @Test
  void refusesWhatHoldsNoCue() {
    for (String text : List.of("", "hello", "WEBVTT\n\n", "{\"json\": true}")) {
      assertThatThrownBy(() -> parse(text))
          .isInstanceOfSatisfying(
              UnusableInputException.class,
              e ->
                  assertThat(e.reason())
                      .isEqualTo(UnusableInputException.Reason.SUBTITLES_UNREADABLE));
    }
  }

  @Test
  void cuesOutsideTheFilmAreLeftOutAndTheLastIsCutOff() {
    List<Cue> cues =
        List.of(
            new Cue(-3, -1, "a"), new Cue(1, 2, "b"), new Cue(9, 12, "c"), new Cue(20, 21, "d"));
    assertThat(Cues.within(cues, 10)).containsExactly(new Cue(1, 2, "b"), new Cue(9, 10, "c"));
  }

  private static List<Cue> parse(String text) {
    return SubtitleParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
