package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Analyses;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynopsisTest {
  @Test
  void joinsCuesToSentencesAndPartsThemAtPauses() {
    List<Sentence> sentences =
        Sentences.of(
            List.of(
                new Cue(1, 2, "What brings you to"),
                new Cue(2, 3, "the land of the gatekeepers?"),
                new Cue(3.2, 4, "ANN: I seek someone. [sighs]"),
                new Cue(8, 9, "and now")));
    assertThat(sentences)
        .extracting(Sentence::text)
        .containsExactly(
            "What brings you to the land of the gatekeepers?", "I seek someone.", "and now");
    assertThat(sentences.get(0).startSeconds()).isEqualTo(1);
    assertThat(sentences.get(0).endSeconds()).isEqualTo(3);
    assertThat(sentences.get(1).startSeconds()).isEqualTo(3.2);
    assertThat(sentences.get(0).isQuestion()).isTrue();
  }

  @Test
  void partsSentencesWhereNoSpacesAreWritten() {
    assertThat(Sentences.of(List.of(new Cue(0, 2, "私は誰かを探しています。危険な旅です。")))).hasSize(2);
    for (String text : List.of("私は誰かを探しています", "我在找一个失踪的人")) {
      assertThat(Words.in(List.of(text)).of(text)).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aSentenceOthersReferToIsWorthMoreThanAnAside() {
    List<Sentence> sentences =
        Salience.weighed(
            Sentences.of(
                List.of(
                    new Cue(0, 2, "The dragon guards the golden sword in the mountain."),
                    new Cue(4, 6, "The dragon burned our village."),
                    new Cue(8, 10, "We need the golden sword."),
                    new Cue(12, 14, "The mountain is far away."),
                    new Cue(16, 17, "Hm, well."),
                    new Cue(19, 20, "Nice weather."))));
    double dragon = sentences.get(0).salience();
    assertThat(dragon).isGreaterThan(sentences.get(5).salience());
    assertThat(dragon).isGreaterThan(sentences.get(4).salience());
  }

  @Test
  void isShortInOrderAndWithoutRepetition() {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      cues.add(
          new Cue(
              10 * i,
              10 * i + 3,
              i % 4 == 0
                  ? "The king must find the lost crown before winter."
                  : "Rider number "
                      + i
                      + " carries word of battle "
                      + (i * 7)
                      + " to the castle."));
    }
    String synopsis = Synopsis.of(film(cues, 2000));
    assertThat(synopsis.length()).isBetween(300, 1200);
    assertThat(synopsis.split("lost crown", -1)).hasSizeLessThanOrEqualTo(2);
    int last = -1;
    for (String part : synopsis.split("Rider number ")) {
      String number = part.replaceAll("\\D.*", "");
      if (!number.isEmpty()) {
        assertThat(Integer.parseInt(number)).isGreaterThan(last);
        last = Integer.parseInt(number);
      }
    }
    assertThat(synopsis).isEqualTo(Synopsis.of(film(cues, 2000)));
  }

  @Test
  void ofTwoSentencesThatSayNearlyTheSameItTakesOne() {
    List<Cue> cues =
        List.of(
            new Cue(10, 13, "The old king must find the lost crown before winter."),
            new Cue(20, 23, "Beyond the harbour a smuggler hides three stolen lanterns."),
            new Cue(110, 113, "The old king must find his lost crown before the winter!"),
            new Cue(120, 123, "Her brother sails north through the storm tonight."));
    String synopsis = Synopsis.of(film(cues, 200));
    assertThat(synopsis.split("lost crown", -1)).as(synopsis).hasSize(2);
    assertThat(synopsis).contains("smuggler").contains("sails north");
  }

  @Test
  void anAnswerIsWorthAsMuchAsItsQuestionWhileItFollowsAtOnce() {
    for (double pause : new double[] {1.5, 4}) {
      List<Sentence> sentences =
          Salience.weighed(
              Sentences.of(
                  List.of(
                      new Cue(0, 3, "Who stole the golden sword of the mountain dragon?"),
                      new Cue(3 + pause, 4 + pause, "Nobody did."),
                      new Cue(20, 23, "The dragon guards the golden sword."),
                      new Cue(30, 33, "The mountain belongs to the dragon."))));
      assertThat(sentences.get(0).isQuestion()).isTrue();
      double question = sentences.get(0).salience();
      double answer = sentences.get(1).salience();
      if (pause < 2) {
        assertThat(answer).isEqualTo(question);
      } else {
        assertThat(answer).isLessThan(question);
      }
    }
  }

  @Test
  void isEmptyWhereNothingIsSaid() {
    assertThat(Synopsis.of(film(List.of(), 100))).isEmpty();
  }

  private static MovieAnalysis film(List<Cue> cues, double seconds) {
    MovieInfo info = Analyses.movie(seconds, 640, 360, 25, null);
    return Analyses.of(info, List.of(), null, cues);
  }
}
