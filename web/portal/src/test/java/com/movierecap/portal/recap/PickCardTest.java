package com.movierecap.portal.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Pick;
import com.movierecap.media.TimeRange;
import com.movierecap.portal.library.Storyboard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PickCardTest {
  private static final Storyboard NO_PICTURES = new Storyboard(List.of());

  @Test
  void aPickBeginsInTheRecapWhereTheOnesBeforeItEnd() {
    var cards =
        PickCard.of(
            List.of(new Pick(10, 14, .5, Map.of()), new Pick(30, 36, .5, Map.of())),
            List.of(),
            NO_PICTURES);
    assertThat(cards).extracting(PickCard::at).containsExactly(0.0, 4.0);
    assertThat(cards).extracting(PickCard::share).containsExactly("40.0000", "60.0000");
  }

  @Test
  void theStrongestReasonComesFirstAndIsTheSentence() {
    var card =
        PickCard.of(
                List.of(new Pick(0, 5, .6, Map.of("picture", .1, "sound", .4, "dialogue", .1))),
                List.of(),
                NO_PICTURES)
            .get(0);
    assertThat(card.reasons().get(0).name()).isEqualTo("sound");
    assertThat(card.reasons().get(0).percent()).isEqualTo(100);
    assertThat(card.becauseKey()).isEqualTo("pick.because.sound");
  }

  @Test
  void whatAHandChoseNeedsNoReason() {
    var card = PickCard.of(List.of(new Pick(0, 5, 0, Map.of())), List.of(), NO_PICTURES).get(0);
    assertThat(card.becauseKey()).isEqualTo("pick.because.hand");
  }

  @Test
  void aKeptRangeIsKnownAgainInThePicksThatItHasBecome() {
    var kept = List.of(new TimeRange(10, 14));
    var cards =
        PickCard.of(
            List.of(
                new Pick(8, 10.02, .5, Map.of()),
                new Pick(10.02, 12, .5, Map.of()),
                new Pick(12, 14.02, .5, Map.of()),
                new Pick(30, 36, .5, Map.of())),
            kept,
            NO_PICTURES);
    assertThat(cards).extracting(PickCard::kept).containsExactly(false, true, true, false);
  }
}
