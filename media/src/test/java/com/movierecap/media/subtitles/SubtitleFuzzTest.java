package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.media.Cue;
import com.movierecap.media.Sentence;
import com.movierecap.media.UnusableInputException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subtitles from strangers: damaged by chance, or made to exhaust whoever reads them. */
class SubtitleFuzzTest {
  /** Mutants that are read; a fixed number, so that a fault is found again. */
  private static final int MUTANTS = 6000;

  /** By far more than any of the files takes: a limit for what never ends. */
  private static final int SECONDS = 60;

  private static final String SUBRIP =
      "1\n00:00:01,000 --> 00:00:02,500\n<i>Who</i> goes there? {\\an8}\n\n"
          + "2\n00:01:02,345 --> 00:01:03,456\n- &lt;Nobody&gt;\n- \u00c4pfel, d\u00e9j\u00e0 vu.\n";
  private static final String WEBVTT =
      "WEBVTT - x\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnothing\n\nintro\n"
          + "00:01.000 --> 00:02.500 align:start line:0\n<v Anna>Who <00:01.500>goes there?\n";
  private static final String ASS =
      "[Script Info]\nTitle: x\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR,"
          + " MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.50,Main,Anna,0,0,0,,{\\b1}Who,"
          + " where?\\NThere\nDialogue: 0,0:00:03.00,0:00:04.50,Main,,0,0,0,,{\\p1}m 0 0 l 1 1\n";
  private static final String TTML =
      "<?xml version=\"1.0\"?><tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>"
          + "<p begin=\"00:00:01.000\" end=\"2.5s\">Who<br/>goes <span>there</span>?</p>"
          + "<p begin=\"00:00:03:10\" dur=\"20f\">Nobody &amp; &eacute;</p></div></body></tt>";
  private static final String SAMI =
      "<SAMI><HEAD><STYLE><!-- P {} --></STYLE></HEAD><BODY><SYNC Start=1000><P Class=EN>Who goes"
          + " there?<SYNC Start=2500><P Class=EN>&nbsp;<SYNC Start=3000><P Class=EN>Nobody<br>here";
  private static final String SCC =
      "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 9470 9470 57e8 ef80 942f 942f\n\n"
          + "00:00:03;10\t942c 942c 9426 9426 94ad 94ad 4e6f 94ad\n";
  private static final String LINES =
      "{1}{1}23.976\n{25}{75}Who|goes there?\n{100}{}Nobody\n0:00:07.000,0:00:08.000\nsbv\n"
          + "[30][40]/mpl\n[00:12.5]sung\n";
  private static final List<String> FORMATS = List.of(SUBRIP, WEBVTT, ASS, TTML, SAMI, SCC, LINES);
  private static final List<String> SPLICES =
      List.of("-->", "00:00:00,000 --> 99:59:59,999", "{", "}", "<", ">", "&#x110000;", "\u0000");

  @TempDir Path folder;

  @Test
  @Timeout(SECONDS)
  void damagedSubtitlesAreReadOrRefused() {
    int read = 0;
    int refused = 0;
    List<String> encodings = List.of("UTF-8", "UTF-16", "UTF-16LE", "windows-1252", "GB18030");
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      String text = FORMATS.get(seed % FORMATS.size());
      Charset charset = Charset.forName(encodings.get(random.nextInt(encodings.size())));
      byte[] mutant = mutated(text.getBytes(charset), random);
      try {
        holdsWhatIsPromised(SubtitleParser.parse(mutant).cues(), seed);
        read++;
      } catch (UnusableInputException e) {
        assertThat(e.getMessage()).as("seed %s", seed).isNotBlank();
        refused++;
      }
    }
    assertThat(read).isGreaterThan(MUTANTS / 4);
    assertThat(refused).isGreaterThan(MUTANTS / 100);
  }

  private static void holdsWhatIsPromised(List<Cue> cues, int seed) {
    assertThat(cues).as("seed %s", seed).isNotEmpty();
    double last = 0;
    for (Cue cue : cues) {
      assertThat(cue.startSeconds()).as("seed %s", seed).isGreaterThanOrEqualTo(last);
      assertThat(cue.endSeconds()).as("seed %s", seed).isGreaterThan(cue.startSeconds());
      assertThat(cue.text()).as("seed %s", seed).isNotBlank();
      assertThat(cue.text().length()).as("seed %s", seed).isLessThanOrEqualTo(Cues.LONGEST_TEXT);
      last = cue.startSeconds();
    }
    List<Sentence> sentences = Salience.weighed(Sentences.of(cues));
    assertThat(sentences).as("seed %s", seed).allMatch(s -> s.salience() >= 0 && s.salience() <= 1);
  }

  private static byte[] mutated(byte[] file, Random random) {
    byte[] bytes = file;
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      int to = at + random.nextInt(bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes = joined(bytes, 0, to, bytes, at, bytes.length);
        case 3 -> bytes = joined(bytes, 0, at, bytes, to, bytes.length);
        default -> {
          String splice = SPLICES.get(random.nextInt(SPLICES.size()));
          byte[] more = splice.getBytes(StandardCharsets.UTF_8);
          bytes =
              joined(joined(bytes, 0, at, more, 0, more.length), 0, -1, bytes, at, bytes.length);
        }
      }
    }
    return bytes;
  }

  /** Part of one behind part of another; an end of -1 is the whole. */
  private static byte[] joined(byte[] a, int from, int to, byte[] b, int after, int end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(a, from, (to < 0 ? a.length : to) - from);
    out.write(b, after, end - after);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<i>",
        "{",
        "{\\p1",
        "\\p1",
        "{\\b1}",
        "&",
        "&#x41;",
        "&amp",
        "-->",
        ",",
        " ",
        "\u3042",
        "\u0627\u0651",
        "?! ",
        "A. ",
        "Anna ",
        "<p begin='1s'>",
        "<!--",
        "<sync start=1>",
        "&eacute;",
        "9420 ",
        "{1}{2}",
        "[00:01]",
        "00:00:01,000 ",
        "subtitles and "
      })
  @Timeout(SECONDS)
  void aLineOfMegabytesTakesNoLongerThanItsLength(String again) {
    String line = again.repeat((4 << 20) / again.length());
    for (String head :
        List.of(
            "1\n00:00:01,000 --> 00:00:02,000\n",
            "[Events]\nDialogue: 0,0:00:01.00,0:00:02.50,a,b,0,0,0,,{\\",
            "[Events]\nDialogue: 0,0:00:01.00,0:00:02.50,a,b,0,0,0,,",
            "[Events]\nFormat: Start, End,",
            "<tt><body>",
            "<sami><sync start=1>",
            "Scenarist_SCC V1.0\n00:00:01:00\t",
            "")) {
      readOrRefused((head + line + "\n\n" + SUBRIP + ASS).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  @Timeout(SECONDS)
  void aCrowdOfCuesAtTheSameTimeIsReadAsOne() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append("00:00:01,000 --> 00:00:02,000\nline ").append(i).append("\n\n");
    }
    List<Cue> cues = SubtitleParser.parse(text.toString().getBytes(StandardCharsets.UTF_8)).cues();
    assertThat(cues).hasSize(1);
    assertThat(cues.get(0).text()).hasSizeLessThanOrEqualTo(Cues.LONGEST_TEXT);
  }

  @Test
  @Timeout(SECONDS)
  void manyColumnsAndManyLinesDoNotMultiply() {
    String text =
        "[Events]\nFormat: "
            + "x,".repeat(500_000)
            + "Start,End,Text\n"
            + "Dialogue: 0,0:00:01.00,0:00:02.50,a,b,0,0,0,,text\n".repeat(100_000);
    assertThatThrownBy(() -> SubtitleParser.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableInputException.class);
  }

  @Test
  void timesThatAreNoneAreLeftOutAndLargeOnesLieOutsideOfTheFilm() {
    String text =
        "-00:00:01,000 --> 00:00:02,000\nnegative\n\n"
            + "00:00:05,000 --> 00:00:04,000\nbackwards\n\n"
            + "99999999999:00:01,000 --> 99999999999:00:02,000\nhuge\n\n"
            + "9999:00:01,000 --> 9999:00:02,000\nlate\n\n"
            + "00:00:03,000 --> 00:00:04,000\nin it\n";
    List<Cue> cues = SubtitleParser.parse(text.getBytes(StandardCharsets.UTF_8)).cues();
    assertThat(cues).extracting(Cue::text).containsExactly("in it", "late");
    assertThat(Cues.within(cues, 7200)).containsExactly(new Cue(3, 4, "in it"));
  }

  @Test
  void ofAFileWithoutEndNoMoreIsReadThanSubtitlesHave() throws Exception {
    Path endless = folder.resolve("film.srt");
    try (var file = new java.io.RandomAccessFile(endless.toFile(), "rw")) {
      // sparse: it takes no room on the disk
      file.setLength(Duration.ofDays(365).toMillis());
    }
    assertThatThrownBy(() -> SubtitleParser.parse(endless, null, null))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("too large");
    Files.delete(endless);
  }

  private static void readOrRefused(byte[] file) {
    try {
      List<Cue> cues = SubtitleParser.parse(file).cues();
      holdsWhatIsPromised(cues, -1);
    } catch (UnusableInputException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
