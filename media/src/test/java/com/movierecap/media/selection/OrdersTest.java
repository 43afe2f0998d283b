package com.movierecap.media.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Timeline;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is ordered of whatever film: a recap of that length, or a reason by name. */
class OrdersTest {
  private static final double SHORTEST_PICK = 0.5;

  /** What an order may be refused for; nothing else is the customer's to mend. */
  private static final Set<Reason> MENDABLE =
      Set.of(Reason.LENGTH_TOO_LONG, Reason.LOCKED_TOO_LONG, Reason.EXCLUDED_TOO_MUCH);

  @ParameterizedTest
  @EnumSource(SyntheticFilms.Form.class)
  void everyOrderGivesARecapOfItsLengthOrAReason(SyntheticFilms.Form form) {
    Random random = new Random(form.ordinal());
    int given = 0;
    for (int film = 0; film < form.films(); film++) {
      MovieAnalysis analysis = SyntheticFilms.of(form, 20_000L + film);
      for (int order = 0; order < 25; order++) {
        given += holds(analysis, order(random, analysis, order), form + " " + film) ? 1 : 0;
      }
    }
    assertThat(given).isGreaterThan(form.films() * 25 / 2);
  }

  /** The order that ended in "our fault" for every film of an hour. */
  @Test
  void aTurnIsNotVisitedInThePartThatIsLeftOut() {
    for (Style style : Style.values()) {
      for (double seconds : new double[] {10, 25, 30, 36, 90, 300}) {
        MovieAnalysis film = SyntheticFilms.of(SyntheticFilms.Form.ORDINARY, 1);
        RecapRequest request = new Order(style, seconds).request().withSpoilers(false);
        assertThat(holds(film, request, style + " of " + seconds + " s")).isTrue();
      }
    }
  }

  @Test
  void whatIsKeptHasNoSliversBesideIt() {
    for (int seed = 0; seed < 24; seed++) {
      MovieAnalysis film = SyntheticFilms.of(SyntheticFilms.Form.ORDINARY, seed);
      double duration = film.movie().durationSeconds();
      for (double length : new double[] {5.2, 6, 7.9, 20}) {
        TimeRange kept = new TimeRange(0.1 * duration, 0.1 * duration + 1.558);
        TimeRange other = new TimeRange(0.6 * duration, 0.6 * duration + 3.3);
        RecapRequest request =
            new Order(Style.STORY, length).request().withRanges(List.of(kept, other), List.of());
        assertThat(holds(film, request, "film " + seed + ", " + length + " s")).isTrue();
      }
    }
  }

  /** Whether a recap came of it. */
  private boolean holds(MovieAnalysis film, RecapRequest request, String which) {
    String what = which + ", " + request;
    Timeline timeline;
    try {
      timeline = new PickSelector().select(film, request);
    } catch (UnusableInputException e) {
      assertThat(MENDABLE).as(what).contains(e.reason());
      return false;
    }
    double picture = 1 / FrameRate.of(film.movie().frameRate()).perSecond();
    assertThat(timeline.lengthSeconds())
        .as(what)
        .isCloseTo(request.lengthSeconds(), offset(0.51 * picture));
    double last = 0;
    for (Pick pick : timeline.picks()) {
      String where = pick + ", " + what;
      assertThat(pick.startSeconds()).as(where).isGreaterThanOrEqualTo(last - 1e-9);
      assertThat(pick.endSeconds())
          .as(where)
          .isLessThanOrEqualTo(film.movie().durationSeconds() + 1e-9);
      assertThat(pick.lengthSeconds())
          .as(where)
          .isGreaterThan(request.locked().isEmpty() ? SHORTEST_PICK - picture : 0);
      boolean ordered = request.locked().stream().anyMatch(r -> overlap(pick, r) > picture / 2);
      assertThat(ordered || pick.lengthSeconds() > SHORTEST_PICK - picture).as(where).isTrue();
      last = pick.endSeconds();
    }
    for (TimeRange range : request.locked()) {
      double shown = timeline.picks().stream().mapToDouble(p -> overlap(p, range)).sum();
      double there = Math.min(range.endSeconds(), film.movie().durationSeconds());
      assertThat(shown).as(what).isGreaterThan(there - range.startSeconds() - 1.01 * picture);
    }
    for (TimeRange range : request.excluded()) {
      for (Pick pick : timeline.picks()) {
        boolean kept = request.locked().stream().anyMatch(r -> overlap(pick, r) > picture / 2);
        assertThat(kept ? 0 : overlap(pick, range)).as(what + pick).isLessThan(1.01 * picture);
      }
    }
    return true;
  }

  private static double overlap(Pick pick, TimeRange range) {
    double first = Math.max(pick.startSeconds(), range.startSeconds());
    return Math.max(0, Math.min(pick.endSeconds(), range.endSeconds()) - first);
  }

  private record Order(Style style, double seconds) {
    RecapRequest request() {
      return new RecapRequest(
          seconds, style, true, List.of(), List.of(), Rendering.of(Aspect.SOURCE, Captions.SOFT));
    }
  }

  /** From the ten seconds that the portal offers to half of the film; some of its ranges wished. */
  private static RecapRequest order(Random random, MovieAnalysis film, int number) {
    double duration = film.movie().durationSeconds();
    Style style = Style.values()[number % Style.values().length];
    double least = Math.min(10, duration / 4);
    double seconds =
        Math.max(
            1, least * Math.pow(duration / 2 / least, number % 5 == 0 ? 1 : random.nextDouble()));
    RecapRequest request =
        new Order(style, Math.rint(seconds * 10) / 10).request().withSpoilers(number % 3 != 0);
    List<TimeRange> locked = new ArrayList<>();
    List<TimeRange> excluded = new ArrayList<>();
    for (int i = 0; number % 4 > 0 && i < number % 4; i++) {
      locked.add(range(random, duration, seconds / 3));
      excluded.add(range(random, duration, duration / 5));
    }
    if (number % 7 == 6) {
      // the shots that a person crosses out one by one
      for (double at = 0.2 * duration; at < 0.7 * duration; at += duration / 40) {
        excluded.add(new TimeRange(at, at + duration / 45));
      }
    }
    return request.withRanges(locked, excluded);
  }

  private static TimeRange range(Random random, double duration, double longest) {
    double length = Math.max(0.6, longest * random.nextDouble());
    double start = (duration - length) * random.nextDouble();
    return new TimeRange(start, start + length);
  }
}
