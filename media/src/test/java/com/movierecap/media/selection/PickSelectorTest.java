package com.movierecap.media.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.Analyses;
import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Kind;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Timeline;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
      double wanted = Math.max(1, duration * Math.pow(random.nextDouble(), 2));
      Timeline timeline = select(film, wanted, random.nextBoolean());
      String which = "film " + seed + " of " + duration + " s, " + wanted + " s wanted";
      double picture = picture(film);
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
        double soundEnd = pick.endSeconds() + pick.tailSeconds();
        assertThat(cutBy(film, soundEnd)).as("film " + seed).isFalse();
      }
    }
  }

  @Test
  void soundRunsOnWhereAShotEndsBeforeItsSentence() {
    int tails = 0;
    for (int seed = 4000; seed < 4200; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 1200, 0.4);
      List<Pick> picks = select(film, 90, true).picks();
      for (int i = 0; i < picks.size(); i++) {
        Pick pick = picks.get(i);
        if (pick.tailSeconds() == 0) {
          continue;
        }
        tails++;
        String which = "film " + seed + ", " + pick;
        assertThat(pick.tailSeconds()).as(which).isBetween(0.0, 0.8 + 1e-9);
        assertThat(i).as(which).isLessThan(picks.size() - 1);
        double heard = picks.get(i + 1).startSeconds() + pick.tailSeconds();
        assertThat(spoken(film, picks.get(i + 1).startSeconds(), heard)).as(which).isZero();
        assertThat(film.shots())
            .as(which)
            .anyMatch(s -> Math.abs(s.startSeconds() - pick.endSeconds()) < 0.03);
        assertThat(pick.endSeconds() + pick.tailSeconds())
            .as(which)
            .isLessThanOrEqualTo(film.movie().durationSeconds());
      }
    }
    assertThat(tails).isGreaterThan(20);
  }

  @Test
  void whatIsLockedIsThereExactlyAndWhatIsExcludedIsNot() {
    for (int seed = 5000; seed < 5060; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 900, 0.4);
      double picture = picture(film);
      List<TimeRange> locked = List.of(new TimeRange(100, 104), new TimeRange(700.5, 703));
      List<TimeRange> excluded = List.of(new TimeRange(200, 400), new TimeRange(699, 800));
      RecapRequest request = styled(Style.STORY, 60).withRanges(locked, excluded);
      Timeline timeline = selector.select(film, request);
      assertThat(timeline.lengthSeconds()).isCloseTo(60, offset(picture));
      for (TimeRange range : locked) {
        assertThat(timeline.picks())
            .anyMatch(
                p ->
                    Math.abs(p.startSeconds() - range.startSeconds()) < picture
                        && Math.abs(p.endSeconds() - range.endSeconds()) < picture);
      }
      for (Pick pick : timeline.picks()) {
        boolean kept = Math.abs(pick.startSeconds() - 700.5) < picture;
        for (TimeRange range : excluded) {
          double inside =
              Math.min(pick.endSeconds(), range.endSeconds())
                  - Math.max(pick.startSeconds(), range.startSeconds());
          assertThat(kept || inside < picture).as("film " + seed + ", " + pick).isTrue();
        }
      }
    }
  }

  @Test
  void moreLockedThanAskedForAndLessLeftThanAskedForAreRefused() {
    MovieAnalysis film = SyntheticFilms.film(8, 60, 0.4);
    assertThat(refusal(film, 10, List.of(new TimeRange(5, 16)), List.of()))
        .isEqualTo(Reason.LOCKED_TOO_LONG);
    assertThat(refusal(film, 20, List.of(), List.of(new TimeRange(0, 45))))
        .isEqualTo(Reason.EXCLUDED_TOO_MUCH);
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void noStretchOfMoreThanAFifthOfTheFilmIsPassedOver(Style style) {
    for (int seed = 6000; seed < 6030; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 600 + 100 * (seed % 40), 0.4);
      double duration = film.movie().durationSeconds();
      RecapRequest request = styled(style, 20 + seed % 60);
      double last = 0;
      for (Pick pick : selector.select(film, request).picks()) {
        assertThat(pick.startSeconds() - last).as("film " + seed).isLessThan(0.201 * duration);
        last = pick.endSeconds();
      }
      double told = style == Style.TRAILER ? 0.75 * duration : duration;
      assertThat(told - last).as("film " + seed).isLessThan(0.201 * duration);
    }
  }

  @Test
  void aFilmThatRepeatsItselfIsToldFromItsStartToItsEnd() {
    for (int seed = 6500; seed < 6520; seed++) {
      MovieAnalysis film = SyntheticFilms.repeated(SyntheticFilms.film(seed, 60, 0), 20);
      double duration = film.movie().durationSeconds();
      List<Pick> picks = select(film, 90, true).picks();
      double last = 0;
      double longest = 0;
      for (Pick pick : picks) {
        longest = Math.max(longest, pick.lengthSeconds());
        assertThat(pick.startSeconds() - last).as("film " + seed).isLessThan(0.201 * duration);
        last = pick.endSeconds();
      }
      assertThat(duration - last).as("film " + seed).isLessThan(0.201 * duration);
      assertThat(longest).as("film " + seed).isLessThan(45);
    }
  }

  @Test
  void aTrailerBecomesFasterAndTellsNothingOfTheEnding() {
    double early = 0;
    double late = 0;
    for (int seed = 7000; seed < 7040; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 5400, 0.3);
      List<Pick> picks = selector.select(film, styled(Style.TRAILER, 90)).picks();
      assertThat(picks).allMatch(p -> p.endSeconds() <= 0.75 * 5400 + 0.1);
      int third = picks.size() / 3;
      early += mean(picks.subList(0, third));
      late += mean(picks.subList(picks.size() - third, picks.size()));
    }
    assertThat(late).isLessThan(0.7 * early);
  }

  @Test
  void dialogueSpeaksAndActionMoves() {
    double[] speech = new double[2];
    double[] motion = new double[2];
    for (int seed = 8000; seed < 8020; seed++) {
      MovieAnalysis film = SyntheticFilms.film(seed, 3600, 0.3);
      int which = 0;
      for (Style style : new Style[] {Style.DIALOGUE, Style.ACTION}) {
        for (Pick pick : selector.select(film, styled(style, 120)).picks()) {
          speech[which] += spoken(film, pick.startSeconds(), pick.endSeconds());
          motion[which] += moved(film, pick);
        }
        which++;
      }
    }
    assertThat(speech[0]).isGreaterThan(1.5 * speech[1]);
    assertThat(motion[1]).isGreaterThan(1.2 * motion[0]);
  }

  @Test
  void blackLogosTitlesAndCreditsStayOut() {
    for (int seed = 9000; seed < 9040; seed++) {
      MovieAnalysis plain = SyntheticFilms.film(seed, 1200, 0.3);
      List<Shot> shots = new ArrayList<>();
      for (Shot s : plain.shots()) {
        shots.add(Analyses.withKind(s, Kind.values()[s.index() % Kind.values().length]));
      }
      MovieAnalysis film =
          Analyses.of(plain.movie(), shots, plain.scenes(), plain.sound(), plain.cues());
      double story =
          shots.stream().filter(s -> s.kind() == Kind.STORY).mapToDouble(Shot::lengthSeconds).sum();
      for (Pick pick : select(film, Math.min(60, story / 2), true).picks()) {
        for (Shot s : shots) {
          double seen =
              Math.min(pick.endSeconds(), s.endSeconds())
                  - Math.max(pick.startSeconds(), s.startSeconds());
          // what is said over the first or last picture of a title may end
          double words = spoken(film, s.startSeconds(), s.endSeconds());
          assertThat(s.kind() == Kind.STORY || seen < 0.1 + words).as("film " + seed).isTrue();
        }
        double soundEnd = pick.endSeconds() + pick.tailSeconds();
        assertThat(cutBy(film, pick.startSeconds()) || cutBy(film, soundEnd))
            .as("film " + seed)
            .isFalse();
      }
    }
  }

  @Test
  void noPickBeginsOrEndsInTheBlackOfAFade() {
    int edges = 0;
    for (int seed = 9500; seed < 9540; seed++) {
      MovieAnalysis plain = SyntheticFilms.film(seed, 1200, seed % 2 == 0 ? 0.3 : 0);
      List<TimeRange> black =
          plain.shots().stream()
              .filter(s -> s.index() % 3 == 2)
              .map(s -> new TimeRange(s.startSeconds() - 0.25, s.startSeconds() + 0.25))
              .toList();
      MovieAnalysis film = Analyses.withBlack(plain, black);
      double picture = 1.01 * picture(film);
      for (Pick pick : select(film, 60, true).picks()) {
        for (TimeRange range : black) {
          double seen =
              Math.min(pick.endSeconds(), range.endSeconds())
                  - Math.max(pick.startSeconds(), range.startSeconds());
          // what is said over it is heard to its end
          double words = spoken(film, range.startSeconds(), range.endSeconds());
          assertThat(seen).as("film " + seed).isLessThan(2 * picture + words);
          edges += Math.abs(seen) < 2 * picture ? 1 : 0;
        }
        double soundEnd = pick.endSeconds() + pick.tailSeconds();
        assertThat(cutBy(film, pick.startSeconds()) || cutBy(film, soundEnd))
            .as("film " + seed)
            .isFalse();
      }
    }
    assertThat(edges).isPositive();
  }

  @Test
  void whatLooksAlikeAndSaysNothingNewIsShownOnce() {
    int repeats = 0;
    int all = 0;
    for (int seed = 10_000; seed < 10_020; seed++) {
      MovieAnalysis plain = SyntheticFilms.film(seed, 1200, 0);
      // every picture comes five times
      List<Shot> shots =
          plain.shots().stream()
              .map(
                  s ->
                      Analyses.withHash(
                          s, Analyses.hash(s.index() % (plain.shots().size() / 5 + 1))))
              .toList();
      MovieAnalysis film =
          Analyses.of(plain.movie(), shots, plain.scenes(), plain.sound(), plain.cues());
      List<Pick> picks = select(film, 60, true).picks();
      all += picks.size();
      for (int i = 0; i < picks.size(); i++) {
        for (int k = 0; k < i; k++) {
          Shot a = Analyses.mainShot(film, picks.get(i).startSeconds(), picks.get(i).endSeconds());
          Shot b = Analyses.mainShot(film, picks.get(k).startSeconds(), picks.get(k).endSeconds());
          repeats += a.index() != b.index() && a.hash().equals(b.hash()) ? 1 : 0;
        }
      }
    }
    // a shot shorter than a pick may be part of one that stands for another
    assertThat(repeats).isLessThanOrEqualTo(all / 40);
  }

  private static double picture(MovieAnalysis film) {
    return 1 / FrameRate.of(film.movie().frameRate()).perSecond();
  }

  private static RecapRequest styled(Style style, double seconds) {
    return new RecapRequest(
        seconds, style, true, List.of(), List.of(), Rendering.of(Aspect.SOURCE, Captions.SOFT));
  }

  private static double mean(List<Pick> picks) {
    return picks.stream().mapToDouble(Pick::lengthSeconds).average().orElseThrow();
  }

  private static double moved(MovieAnalysis film, Pick pick) {
    double moved = 0;
    for (Shot s : film.shots()) {
      double seen =
          Math.min(pick.endSeconds(), s.endSeconds())
              - Math.max(pick.startSeconds(), s.startSeconds());
      moved += Math.max(0, seen) * s.features().motion();
    }
    return moved;
  }

  private static double spoken(MovieAnalysis film, double from, double to) {
    double picture = 1.01 * picture(film);
    double spoken = 0;
    for (Cue cue : film.cues()) {
      double both = Math.min(to, cue.endSeconds()) - Math.max(from, cue.startSeconds());
      spoken += both > picture ? both : 0;
    }
    return spoken;
  }

  private Reason refusal(
      MovieAnalysis film, double seconds, List<TimeRange> locked, List<TimeRange> excluded) {
    RecapRequest request = styled(Style.STORY, seconds).withRanges(locked, excluded);
    return catchThrowableOfType(UnusableInputException.class, () -> selector.select(film, request))
        .reason();
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
  @ValueSource(doubles = {0, -1, 0.99, Double.NaN, Double.NEGATIVE_INFINITY})
  void aLengthBelowASecondIsRefused(double seconds) {
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
    double picture = 1.01 * picture(film);
    return film.cues().stream()
        .anyMatch(c -> c.startSeconds() + picture < seconds && seconds < c.endSeconds() - picture);
  }
}
