package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.media.Cue;
import com.movierecap.media.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formats beside SubRip, WebVTT and ASS. */
class SubtitleFormatsTest {
  @Test
  void readsTtmlWithItsManyKindsOfTime() {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- made by hand -->
        <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
            ttp:frameRate="25" ttp:tickRate="1000" xml:lang="en">
          <head><metadata><ttm:title xmlns:ttm="http://www.w3.org/ns/ttml#metadata">No words</ttm:title></metadata></head>
          <body><div begin="1s">
            <p begin="00:00:00.500" end="00:00:02.000">Who <span tts:color="red"
               xmlns:tts="http://www.w3.org/ns/ttml#styling">goes</span><br/>
               there &amp; why &hellip;</p>
            <p begin="00:00:03:05" dur="20f">Nobody.</p>
            <p begin="5000t" end="6500ms"><span begin="0.25s" end="1s">One</span><span begin="1s" end="1.5s">Two</span></p>
            <p begin="soon" end="later">Never.</p>
            <p begin="9s">Without an end</p>
          </div></body>
        </tt>
        """;
    Subtitles read = read(text);
    assertThat(read.format()).isEqualTo(SubtitleFormat.TTML);
    assertThat(read.cues())
        .containsExactly(
            new Cue(1.5, 3, "Who goes\nthere & why …"),
            new Cue(4.2, 5, "Nobody."),
            new Cue(6.25, 7, "One"),
            new Cue(7, 7.5, "Two"),
            new Cue(10, 16, "Without an end"));
    assertThat(read.dropped()).isEqualTo(1);
  }

  @Test
  void dfxpOfOldIsTtml() {
    assertThat(
            read("<tt xmlns=\"http://www.w3.org/2006/10/ttaf1\"><body><div>"
                    + "<p begin=\"1.0s\" dur=\"2.0s\">Old</p></div></body></tt>")
                .cues())
        .containsExactly(new Cue(1, 3, "Old"));
  }

  @Test
  void aDocumentTypeIsNotReadAndNoEntityOfItsOwnIsReplaced() {
    String text =
        "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY mine \"expanded\">]>"
            + "<tt><body><div><p begin=\"1s\" end=\"2s\">Some &mine; text</p></div></body></tt>";
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableInputException.class);
    String undeclared = text.replaceAll("<!DOCTYPE[^\\]]*\\]>", "");
    assertThat(read(undeclared).cues()).containsExactly(new Cue(1, 2, "Some &mine; text"));
  }

  @Test
  void ofXmlThatBreaksOffWhatIsThereIsRead() {
    Subtitles read =
        read("<tt><body><div><p begin=\"1s\" end=\"2s\">Whole</p><p begin=\"3s\" end=\"4s\">Bro");
    assertThat(read.cues()).containsExactly(new Cue(1, 2, "Whole"));
    assertThat(read.dropped()).isEqualTo(1);
  }

  @Test
  void readsCaptionsThatPopOn() {
    String text =
        """
        Scenarist_SCC V1.0

        00:00:01:00\t9420 9420 9470 9470 57e8 ef80 6def e5f3 9470 9470 f468 e5f2 e5bf 942f 942f

        00:00:03;00\t942c 942c
        """;
    Subtitles read = read(text);
    assertThat(read.format()).isEqualTo(SubtitleFormat.SCC);
    assertThat(read.cues()).hasSize(1);
    Cue cue = read.cues().get(0);
    // shown when its last pair came, and gone with the command that clears
    assertThat(cue.startSeconds()).isEqualTo(1.435);
    assertThat(cue.endSeconds()).isEqualTo(3.003);
    assertThat(cue.text()).isEqualTo("Whomoes there?");
  }

  @Test
  void readsCaptionsThatRollUpLineByLine() {
    String text =
        "Scenarist_SCC V1.0\n\n"
            + "00:00:01:00\t9425 9425 94ad 94ad 9470 9470 cff6 e5f2\n\n"
            + "00:00:03:00\t9425 9425 94ad 94ad 9470 9470 c1ee e420 efae\n\n"
            + "00:00:06:00\t942c 942c\n";
    assertThat(read(text).cues()).extracting(Cue::text).containsExactly("Over", "And o.");
  }

  @Test
  void readsSbv() {
    Subtitles read =
        read("0:00:01.000,0:00:03.000\nWho goes\nthere?\n\n0:01:04.200,0:01:06.200\nNobody.\n");
    assertThat(read.format()).isEqualTo(SubtitleFormat.SBV);
    assertThat(read.cues())
        .containsExactly(new Cue(1, 3, "Who goes\nthere?"), new Cue(64.2, 66.2, "Nobody."));
  }

  @Test
  void microDvdCountsPicturesOfTheFilm() {
    Subtitles read = read("{25}{75}Who goes|{y:i}there?\n{100}{}Nobody.\n");
    assertThat(read.format()).isEqualTo(SubtitleFormat.MICRODVD);
    assertThat(read.at(25).cues())
        .containsExactly(new Cue(1, 3, "Who goes\nthere?"), new Cue(4, 10, "Nobody."));
    assertThat(read.at(50).cues().get(0)).isEqualTo(new Cue(0.5, 1.5, "Who goes\nthere?"));
  }

  @Test
  void microDvdThatTellsItsRateIsNotAskedTwice() {
    Subtitles read = read("{1}{1}12.5\n{25}{75}Who?\n");
    assertThat(read.at(50).cues()).containsExactly(new Cue(2, 6, "Who?"));
  }

  @Test
  void readsMpl2() {
    assertThat(read("[10][30]/Who|goes?\n[45][60]Nobody.\n").cues())
        .containsExactly(new Cue(1, 3, "Who\ngoes?"), new Cue(4.5, 6, "Nobody."));
  }

  @Test
  void readsSongs() {
    assertThat(read("[ti:Song]\n[00:01.50][00:09]La la\n[00:04.00]Tra la\n").cues())
        .containsExactly(
            new Cue(1.5, 4, "La la"), new Cue(4, 9, "Tra la"), new Cue(9, 15, "La la"));
  }

  @Test
  void readsSamiInTheLanguageThatHasMostToSay() {
    String text =
        """
        <SAMI><HEAD><STYLE TYPE="text/css"><!-- .KRCC { lang: ko } <SYNC Start=1> --></STYLE></HEAD>
        <BODY>
        <SYNC Start=1000><P Class=KRCC>안녕하세요<br>여러분
        <SYNC Start=1000><P Class=ENCC>Hi
        <SYNC Start=3000><P Class=KRCC>&nbsp;
        <SYNC Start=4200><P Class=KRCC>누구세요 &quot;거기&quot;?
        </BODY></SAMI>
        """;
    Subtitles read = read(text);
    assertThat(read.format()).isEqualTo(SubtitleFormat.SAMI);
    assertThat(read.cues())
        .containsExactly(new Cue(1, 3, "안녕하세요\n여러분"), new Cue(4.2, 10.2, "누구세요 \"거기\"?"));
  }

  @Test
  void advertsAreLeftOutAndCounted() {
    StringBuilder text = new StringBuilder();
    List<String> adverts =
        List.of(
            "Subtitles by explosiveskull",
            "Sync and corrections by somebody",
            "www.OpenSubtitles.org",
            "Advertise your product or brand here",
            "Untertitel im Auftrag des Senders",
            "Sous-titrage : Eclair",
            "Subtítulos por Juan",
            "Sottotitoli a cura di Maria",
            "Legendas: Equipe",
            "Субтитры сделал Иван",
            "تمت الترجمة بواسطة أحمد",
            "字幕制作 小组",
            "자막: 홍길동",
            "字幕翻訳 山田",
            "उपशीर्षक: राम",
            "Traduction : Jean Dupont",
            "Napisy: Jan");
    List<String> said =
        List.of(
            "The letter was translated by my brother.",
            "Correction: he was dead.",
            "Traduction : il est mort.",
            "You sank the sub by accident.",
            "I bought it on the net.",
            "Can you read the captions?");
    int at = 0;
    for (List<String> list : List.of(adverts, said)) {
      for (String line : list) {
        text.append("00:%02d:00,000 --> 00:%02d:02,000%n%s%n%n".formatted(at, at, line));
        at++;
      }
    }
    Subtitles read = read(text.toString());
    assertThat(read.cues()).extracting(Cue::text).containsExactlyElementsOf(said);
    assertThat(read.adverts()).isEqualTo(adverts.size());
  }

  private static Subtitles read(String text) {
    return SubtitleParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
