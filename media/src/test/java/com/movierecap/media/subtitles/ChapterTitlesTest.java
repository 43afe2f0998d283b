package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Cue;
import com.movierecap.media.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChapterTitlesTest {
  @Test
  void aChapterIsCalledByTheLineThatSaysMostInIt() {
    List<Sentence> said =
        List.of(
            new Sentence(1, 3, "- Where is the harbour master?", 0.9),
            new Sentence(4, 6, "He left before the storm.", 0.5),
            new Sentence(20, 22, "Oh, yes.", 1));
    ChapterTitles titles = new ChapterTitles(said);
    assertThat(titles.best(0, 10).map(titles::title)).contains("Where is the harbour master?");
    assertThat(titles.best(3.5, 10).map(titles::title)).contains("He left before the storm");
    // says nothing, and nothing is said
    assertThat(titles.best(15, 30)).isEmpty();
    assertThat(titles.best(40, 50)).isEmpty();
  }

  @Test
  void ofALongSentenceTheFirstClausesAreTaken() {
    ChapterTitles titles = new ChapterTitles(List.of());
    assertThat(
            titles.title(
                new Sentence(
                    0,
                    9,
                    "The water rises fast, the gate is shut, and nobody has ever come back from there.",
                    1)))
        .isEqualTo("The water rises fast, the gate is shut");
    assertThat(titles.title(new Sentence(0, 9, "One endless word after the other ".repeat(5), 1)))
        .isEmpty();
  }

  @Test
  void speakersSoundsAndSongsNameNothing() {
    List<Sentence> said =
        Sentences.of(
            List.of(
                new Cue(0, 2, "[DOOR CREAKS]"),
                new Cue(4, 6, "MARTHA: He left (sighs) before the storm."),
                new Cue(8, 9, "♪ La la la ♪"),
                new Cue(12, 14, ">> REPORTER: Breaking news."),
                new Cue(16, 18, "[Speaker 1]: We are safe."),
                new Cue(20, 22, "（ドアの音）"),
                new Cue(24, 26, "# Happy birthday #")));
    assertThat(said)
        .extracting(Sentence::text)
        .containsExactly("He left before the storm.", "Breaking news.", "We are safe.");
  }
}
