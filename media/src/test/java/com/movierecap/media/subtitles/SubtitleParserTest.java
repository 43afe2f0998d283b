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
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(SubtitleParser.parse(TWO.getBytes(Charset.forName(charset))).cues())
        .isEqualTo(parse(TWO));
  }

  @Test
  void aByteOrderMarkIsNoText() {
    byte[] marked = ("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_8);
    assertThat(SubtitleParser.parse(marked).cues()).isEqualTo(parse(TWO));
  }

  @Test
  void readsCyrillicOfOldFiles() {
    String russian =
        "1\n00:00:01,000 --> 00:00:02,000\nЯ ищу кое-кого. Опасная охота для одинокой охотницы.\n\n"
            + "2\n00:00:03,000 --> 00:00:04,000\nЯ одна, сколько себя помню.\n";
    assertThat(SubtitleParser.parse(russian.getBytes(Charset.forName("windows-1251"))).cues())
        .isEqualTo(parse(russian));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsAnyLineEnd(String end) {
    assertThat(parse(TWO.replace("\n", end))).isEqualTo(parse(TWO));
  }

  @Test
  void leavesOutCuesWithBrokenTimesAndCountsThem() {
    String text =
        """
        1
        00:00:02,345 --> 00:00:xx
        no time

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
    assertThat(read(text).dropped()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:2,5 --> 1:4,25|62.5|64.25",
        "00:00:32,1000 --> 00:00:34,0999|32.1|34.1",
        "00:00:28, 400 --> 00:00:30, 200|28.4|30.2",
        "00:00:20:500 --> 00:00:22:000|20.5|22",
        "00:00:44,000 -> 00:00:46,000|44|46",
        "00:00:40,000 → 00:00:42,000|40|42",
        "00:00:08,400-->00:00:10,800|8.4|10.8",
        "0:0:12,0 --> 0:0:14,0|12|14",
        "00:00:15 --> 00:00:17|15|17",
        "00 : 00 : 36,100 --> 00 : 00 : 38,200|36.1|38.2",
        " 00:00:24,000 --> 00:00:26,000 X1:100 X2:200 Y1:100 Y2:200|24|26"
      })
  void readsTimesAsPeopleWriteThem(String times, double start, double end) {
    String text = "1\n" + times + "\nwords -> and more\n\n2\n02:00:00,000 --> 02:00:01,000\nlast\n";
    assertThat(parse(text))
        .containsExactly(new Cue(start, end, "words -> and more"), new Cue(7200, 7201, "last"));
    assertThat(read(text).dropped()).isZero();
  }

  @Test
  void aBlankLineInACueAndACueThatIsANumberAreText() {
    String text =
        """
        1
        00:00:01,000 --> 00:00:03,000
        Line one

        after a blank line

        2
        00:00:04,200 --> 00:00:06,200

        7

        3
        00:00:08,400 --> 00:00:10,800
        Then.


        4

        00:00:12,000 --> 00:00:13,000
        10
        5
        00:00:14,000 --> 00:00:15,000
        9

        """;
    assertThat(parse(text))
        .containsExactly(
            new Cue(1, 3, "Line one\nafter a blank line"),
            new Cue(4.2, 6.2, "7"),
            new Cue(8.4, 10.8, "Then."),
            new Cue(12, 13, "10"),
            new Cue(14, 15, "9"));
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
  void sortsCuesAndKeepsThoseThatOverlap() {
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

                4
                00:00:05,900 --> 00:00:07,000
                but touching
                """))
        .containsExactly(
            new Cue(1, 4, "earlier"),
            new Cue(3, 5.9, "later\nat once"),
            new Cue(5.9, 7, "but touching"));
  }

  @Test
  void aCrowdAtTheSameTimeIsNeverMoreThanFour() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      text.append("00:00:0%d,000 --> 00:01:00,000\nline %d\n\n".formatted(i, i));
    }
    List<Cue> cues = parse(text.toString());
    assertThat(cues).hasSize(9);
    for (double at = 0.5; at < 60; at++) {
      double now = at;
      assertThat(cues.stream().filter(c -> c.startSeconds() <= now && now < c.endSeconds()))
          .hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void rollUpCaptionsTellEachPhraseOnce() {
    String text =
        """
        WEBVTT
        Kind: captions
        Language: en

        00:00:01.000 --> 00:00:04.000 align:start position:0%
        \040
        where<00:00:01.400><c> is</c><00:00:02.200><c> the harbour</c>

        00:00:04.000 --> 00:00:04.010 align:start position:0%
        where is the harbour
        \040

        00:00:04.010 --> 00:00:07.010 align:start position:0%
        where is the harbour
        master<00:00:04.410><c> he</c><00:00:04.810><c> left</c>

        00:00:07.010 --> 00:00:07.020 align:start position:0%
        master he left
        \040

        00:00:07.020 --> 00:00:10.020 align:start position:0%
        master he left
        the<00:00:07.420><c> storm</c>
        """;
    assertThat(parse(text))
        .containsExactly(
            new Cue(1, 4.01, "where is the harbour"),
            new Cue(4.01, 7.02, "master he left"),
            new Cue(7.02, 10.02, "the storm"));
  }

  @Test
  void whoRepeatsHimselfDoesNotRollUp() {
    String text =
        """
        1
        00:00:01,000 --> 00:00:02,000
        No!

        2
        00:00:02,000 --> 00:00:03,000
        No!
        Never.

        3
        00:00:04,000 --> 00:00:05,000
        Go home.

        4
        00:00:06,000 --> 00:00:07,000
        I will.
        """;
    assertThat(parse(text)).extracting(Cue::text).contains("No!\nNever.");
  }

  @Test
  void readsCharactersByTheirNames() {
    assertThat(
            parse(
                "1\n00:00:01,000 --> 00:00:02,000\nCaf&eacute;&hellip; &laquo;&#233;t&#xE9;&raquo;"
                    + " &bogus; &amp;c.\n"))
        .containsExactly(new Cue(1, 2, "Café… «été» &bogus; &c."));
  }

  @Test
  void wordsInBracketsAreWordsWhereTheyAreNoTags() {
    assertThat(parse("1\n00:00:01,000 --> 00:00:02,000\n<sighs> <I>Well</I>,<br>I <3 you {y:i}\n"))
        .containsExactly(new Cue(1, 2, "<sighs> Well,\nI <3 you"));
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
    assertThatThrownBy(() -> parse("\u0089PNG\n\u001A\n"))
        .hasMessageContaining("SubRip, WebVTT, ASS, TTML, SCC, SBV, SAMI, MicroDVD");
  }

  @Test
  void cuesOutsideTheFilmAreLeftOutAndTheLastIsCutOff() {
    List<Cue> cues =
        List.of(
            new Cue(-3, -1, "a"), new Cue(1, 2, "b"), new Cue(9, 12, "c"), new Cue(20, 21, "d"));
    assertThat(Cues.within(cues, 10)).containsExactly(new Cue(1, 2, "b"), new Cue(9, 10, "c"));
  }

  private static List<Cue> parse(String text) {
    return read(text).cues();
  }

  private static Subtitles read(String text) {
    return SubtitleParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
