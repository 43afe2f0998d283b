package com.movierecap.media.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Timeline;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickSelectorTest {
  private final PickSelector selector = new PickSelector();

  @Test
  void everyTimelineIsExactOrderedAndOnWholePictures() {
    Random random = new Random(1);
    for (int seed = 0; seed < 300; seed++) {
      double seconds = Math.exp(Math.log(3) + random.nextDouble() * Math.log(1200));
      double talk = new double[] {0, 0.2, 0.5, 0.9, 1}[random.nextInt(5)];
      MovieAnalysis film = SyntheticFilms.film(seed, seconds, talk);
      double duration = film.movie().durationSeconds();
      double wanted = Math.max(0.2, duration * Math.pow(random.nextDouble(), 2));
      Timeline timeline = select(film, wanted, random.nextBoolean());
      String which = "film " + seed + " of " + duration + " s, " + wanted + " s wanted";
      double picture = 1 / film.movie().frameRate();
      assertThat(timeline.lengthSeconds()).as(which).isCloseTo(wanted, offset(0.51 * picture));
      double last = -1;
      for (Pick pick : timeline.picks()) {
        assertThat(pick.startSeconds()).as(which).isGreaterThan(last);
        assertThat(pick.endSeconds()).as(which).isGreaterThan(pick.startSeconds());
        assertThat(pick.endSeconds()).as(which).isLessThanOrEqualTo(duration + 1e-9);
        assertThat(pick.startSeconds() / picture)
            .as(which)
            .isCloseTo(Math.rint(pick.startSeconds() / picture), offset(1e-6));
        assertThat(pick.score()).as(which).isBetween(0.0, 1.0);
        assertThat(pick.reasons().values().stream().mapToDouble(r -> r).sum())
            .as(which)
            .isCloseTo(pick.score(), offset(1e-9));
        last = pick.endSeconds();
      }
    }
  }

  @Test
  void noWordIsCutWhereFilmsPauseNowAndThen() {
    Random random = new Random(2);
    for (int seed = 1000; seed < 1150; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 60 + random.nextInt(3000), 0.6);
      double wanted = 10 + random.nextDouble() * (film.movie().durationSeconds() / 2 - 10);
      for (Pick pick : select(film, wanted, true).picks()) {
        assertThat(cutBy(film, pick.startSeconds())).as("film " + seed).isFalse();
        assertThat(cutBy(film, pick.endSeconds())).as("film " + seed).isFalse();
      }
    }
  }

  @Test
  void hardlyAPickIsTooShortToSee() {
    Random random = new Random(3);
    int brief = 0;
    int all = 0;
    for (int seed = 2000; seed < 2100; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 300 + random.nextInt(3000), 0.4);
      for (Pick pick : select(film, 30 + random.nextInt(60), true).picks()) {
        all++;
        brief += pick.lengthSeconds() < 1.2 - 0.09 ? 1 : 0;
      }
    }
    assertThat(brief).isLessThan(all / 50);
  }

  @Test
  void hardlyAPickShowsASliverOfTheShotBesideIt() {
    int edges = 0;
    int slivers = 0;
    for (long seed = 0; seed < 100; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 600, 0.3);
      FrameGrid grid = new FrameGrid(film);
      double shot = 600.0 / film.shots().size();
      // faster than this everything is slivers
      if (shot < 4) {
        continue;
      }
      for (Pick pick : select(film, 60, true).picks()) {
        edges += 2;
        slivers += grid.flashAtStart(grid.place(pick.startSeconds())) ? 1 : 0;
        slivers += grid.flashAtEnd(grid.place(pick.endSeconds())) ? 1 : 0;
      }
    }
    assertThat(edges).isGreaterThan(500);
    assertThat(slivers).isLessThan(edges / 20);
  }

  @Test
  void everyActOfALongFilmIsShown() {
    for (int seed = 3000; seed < 3020; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 5400, 0.4);
      List<Pick> picks = select(film, 120, true).picks();
      double[] ends = {0.2, 0.45, 0.7, 0.9, 1};
      double from = 0;
      for (double end : ends) {
        double a = from * 5400 - 10;
        double b = end * 5400 + 10;
        assertThat(picks).anyMatch(p -> p.startSeconds() >= a && p.endSeconds() <= b);
        from = end;
      }
    }
  }

  @Test
  void theSameAnalysisGivesTheSamePicks() {
    MovieAnalysis film = SyntheticFilms.film(5, 1800, 0.4);
    MovieAnalysis twin = SyntheticFilms.film(5, 1800, 0.4);
    assertThat(select(film, 90, true))
        .isEqualTo(new PickSelector().select(twin, request(90, true)));
  }

  @Test
  void withoutSpoilersTheLastQuarterStaysOut() {
    MovieAnalysis film = SyntheticFilms.film(6, 1200, 0.4);
    double quarter = 0.75 * film.movie().durationSeconds();
    assertThat(select(film, 90, false).picks()).allMatch(p -> p.endSeconds() <= quarter);
    assertThat(select(film, 1000, false).lengthSeconds()).isCloseTo(1000, offset(0.05));
  }

  @Test
  void asLongAsTheFilmIsTheWholeFilm() {
    MovieAnalysis film = SyntheticFilms.film(7, 61, 0.4);
    List<Pick> picks = select(film, film.movie().durationSeconds(), true).picks();
    assertThat(picks).hasSize(1);
    assertThat(picks.get(0).startSeconds()).isZero();
    assertThat(picks.get(0).endSeconds()).isCloseTo(film.movie().durationSeconds(), offset(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void aLengthOfNothingIsRefused(double seconds) {
    assertThat(reason(seconds)).isEqualTo(Reason.LENGTH_NOT_POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {61, 1e9, Double.POSITIVE_INFINITY})
  void aLengthBeyondTheFilmIsRefused(double seconds) {
    assertThat(reason(seconds)).isEqualTo(Reason.LENGTH_TOO_LONG);
  }

  @Test
  void whatIsSaidOutweighsWhatIsNot() {
    MovieAnalysis film = SyntheticFilms.film(9, 1800, 0.2);
    double spoken = 0;
    for (Pick pick : select(film, 60, true).picks()) {
      for (Cue cue : film.cues()) {
        spoken +=
            Math.max(
                0,
                Math.min(pick.endSeconds(), cue.endSeconds())
                    - Math.max(pick.startSeconds(), cue.startSeconds()));
      }
    }
    assertThat(spoken).isGreaterThan(0.35 * 60);
  }

  private Timeline select(MovieAnalysis film, double seconds, boolean spoilers) {
    return selector.select(film, request(seconds, spoilers));
  }

  private static RecapRequest request(double seconds, boolean spoilers) {
    return RecapRequest.story(seconds, Rendering.of(Aspect.SOURCE, Captions.SOFT))
        .withSpoilers(spoilers);
  }

  private Reason reason(double seconds) {
    MovieAnalysis film = SyntheticFilms.film(8, 60, 0.4);
    return catchThrowableOfType(UnusableInputException.class, () -> select(film, seconds, true))
        .reason();
  }

  private static boolean cutBy(MovieAnalysis film, double seconds) {
    double picture = 1.01 / film.movie().frameRate();
    return film.cues().stream()
        .anyMatch(c -> c.startSeconds() + picture < seconds && seconds < c.endSeconds() - picture);
  }
}
