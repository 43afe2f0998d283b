package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Cue;
import com.movierecap.media.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleFitTest {
  private static final double FILM = 1800;

  /** As people talk: some seconds, pauses short and long. */
  private static List<TimeRange> talk(long seed) {
    Random random = new Random(seed);
    List<TimeRange> speech = new ArrayList<>();
    double at = 5;
    while (at < FILM - 10) {
      double length = 1 + 3 * random.nextDouble();
      speech.add(new TimeRange(at, at + length));
      at += length + (random.nextInt(5) == 0 ? 15 : 2) * random.nextDouble() + 0.3;
    }
    return speech;
  }

  /** Subtitles stay a little longer than what is said, and some things are left untold. */
  private static List<Cue> cues(List<TimeRange> speech, double stretch, double offset) {
    Random random = new Random(7);
    return speech.stream()
        .filter(r -> random.nextInt(6) > 0)
        .map(
            r ->
                new Cue(
                    (r.startSeconds() - 0.1) * stretch + offset,
                    (r.endSeconds() + 0.4) * stretch + offset,
                    "words"))
        .toList();
  }

  @Test
  void subtitlesThatFitAreLeftAlone() {
    for (int seed = 0; seed < 5; seed++) {
      List<TimeRange> speech = talk(seed);
      assertThat(SubtitleFit.better(cues(speech, 1, 0), speech, FILM)).isEmpty();
      assertThat(SubtitleFit.better(cues(speech, 1, 0.3), speech, FILM)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, -2, 45.5, -61})
  void aConstantDelayIsFoundToTheTenth(double late) {
    List<TimeRange> speech = talk(1);
    SubtitleFit fit = SubtitleFit.better(cues(speech, 1, late), speech, FILM).orElseThrow();
    assertThat(fit.stretch()).isEqualTo(1);
    assertThat(fit.offsetSeconds()).isCloseTo(-late, within(0.3));
  }

  @Test
  void thePaceOfPalIsFound() {
    List<TimeRange> speech = talk(2);
    SubtitleFit fit = SubtitleFit.better(cues(speech, 24 / 25.0, 0), speech, FILM).orElseThrow();
    assertThat(fit.stretch()).isCloseTo(25 / 24.0, within(0.0015));
    assertThat(fit.offsetSeconds()).isCloseTo(0, within(0.7));
  }

  @Test
  void aProgrammeThatBeginsAtTenOClockIsMovedByTenHours() {
    List<TimeRange> speech = talk(3);
    SubtitleFit fit = SubtitleFit.better(cues(speech, 1, 36_000), speech, FILM).orElseThrow();
    assertThat(fit.offsetSeconds()).isCloseTo(-36_000, within(0.3));
    SubtitleFit unheard =
        SubtitleFit.better(cues(speech, 1, 36_000), List.of(), FILM).orElseThrow();
    assertThat(unheard.offsetSeconds()).isEqualTo(-36_000);
  }

  @Test
  void ofAnotherFilmsSubtitlesNothingIsSaid() {
    for (int seed = 10; seed < 16; seed++) {
      assertThat(SubtitleFit.better(cues(talk(seed), 1, 0), talk(seed + 50), FILM))
          .as("seed %s", seed)
          .isEmpty();
    }
  }

  @Test
  void whereNobodySpeaksOrLittleIsWrittenNothingIsSaid() {
    List<TimeRange> speech = talk(4);
    List<Cue> few = cues(speech, 1, 3).subList(0, 3);
    assertThat(SubtitleFit.better(few, speech, FILM)).isEmpty();
    assertThat(SubtitleFit.better(cues(speech, 1, 3), List.of(), FILM)).isEmpty();
    assertThat(SubtitleFit.better(List.of(), speech, FILM)).isEmpty();
  }
}
