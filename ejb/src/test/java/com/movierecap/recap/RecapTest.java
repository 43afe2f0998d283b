package com.movierecap.recap;

import static com.movierecap.Refusals.assertInvalid;
import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Jobs;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.Films;
import com.movierecap.library.Movie;
import com.movierecap.media.CutLimit;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Pick;
import com.movierecap.media.PictureArea;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapResult;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.TimeRange;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecapTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private static final List<Pick> PICKS = List.of(pick(10, 20), pick(5, 8));

  private final Job first = Jobs.queued(JobKind.RENDER);
  private final Recap recap = recap(Films.ready(), first);

  @Test
  void nothingIsThereBeforeTheFirstRendering() {
    assertThat(recap.outputs()).isEmpty();
    assertThat(recap.picks()).isEmpty();
    assertRefused(recap::renderedBy, ProblemType.NOT_FINISHED);
  }

  @Test
  void nothingIsChangedWhileARenderingIsUnderWay() {
    assertUnderWay();
    Jobs.claim(first);
    assertUnderWay();
    Jobs.succeed(first);
    recap.change(PICKS);
    recap.renderAgain(Jobs.queued(JobKind.RENDER));
    assertUnderWay();
  }

  @Test
  void afterAFailureItMayBeTriedAgain() {
    var failed = recap(Films.ready(), Jobs.failed(JobKind.RENDER));
    failed.change(PICKS);
    failed.renderAgain(Jobs.queued(JobKind.RENDER));
    var cancelled = recap(Films.ready(), Jobs.cancelled(JobKind.RENDER));
    cancelled.renderAgain(Jobs.queued(JobKind.RENDER));
  }

  @Test
  void theOutputsOfTheLastRenderingStayUntilTheNextIsDone() {
    Jobs.succeed(claimed(first));
    recap.rendered(result(PICKS, 13, null), Map.of("recap.mp4", 100L));
    var second = Jobs.queued(JobKind.RENDER);
    recap.renderAgain(second);
    assertThat(recap.renderedBy()).isEqualTo(first.id());
    assertThat(recap.outputs()).containsExactly(Map.entry("recap.mp4", 100L));
    Jobs.succeed(claimed(second));
    recap.rendered(result(PICKS, 12, CutLimit.CODEC), Map.of("recap.mkv", 200L));
    assertThat(recap.renderedBy()).isEqualTo(second.id());
    assertThat(recap.outputs()).containsExactly(Map.entry("recap.mkv", 200L));
    assertThat(recap.renderedSeconds()).isEqualTo(12);
    assertThat(recap.cutLimit()).isEqualTo(CutLimit.CODEC);
  }

  @Test
  void aRenderingThatIsExactAgainHasNoLimitAnyMore() {
    Jobs.succeed(claimed(first));
    recap.rendered(result(PICKS, 12, CutLimit.CODEC), Map.of());
    recap.rendered(result(PICKS, 13, null), Map.of());
    assertThat(recap.cutLimit()).isNull();
  }

  @Test
  void outputsAreOfferedInTheirOrderAndAreNobodyElsesToChange() {
    Jobs.succeed(claimed(first));
    var files = new LinkedHashMap<String, Long>();
    for (var name : List.of("recap.mp4", "a.vtt", "recap.json")) {
      files.put(name, 3_000_000_000L);
    }
    recap.rendered(result(PICKS, 13, null), files);
    files.clear();
    assertThat(recap.outputs().keySet()).containsExactly("recap.mp4", "a.vtt", "recap.json");
  }

  @Test
  void picksByHandAreKeptInTheOrderTheyAreToBeShown() {
    Jobs.succeed(claimed(first));
    recap.change(PICKS);
    assertThat(recap.picks()).isEqualTo(PICKS);
    assertThat(recap.arePicksByHand()).isTrue();
  }

  @Test
  void whatIsChosenAnewIsNotByHandAnyMore() {
    Jobs.succeed(claimed(first));
    recap.change(PICKS);
    var request =
        recap.request().withRanges(List.of(new TimeRange(0, 5)), List.of(new TimeRange(90, 99)));
    recap.choose(request, List.of(pick(0, 5)));
    assertThat(recap.arePicksByHand()).isFalse();
    assertThat(recap.picks()).containsExactly(pick(0, 5));
    assertThat(recap.request()).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource({"0,0.04", "0,5400", "5399,5400", "5399,5400.001", "100,101"})
  void aPickLiesInsideTheFilm(double start, double end) {
    Jobs.succeed(claimed(first));
    recap.change(List.of(pick(start, end)));
    assertThat(recap.picks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.001, 5",
    "5, 5",
    "6, 5",
    "5399, 5400.002",
    "6000, 6001",
    "NaN, 5",
    "0, NaN",
    "0, Infinity",
    "-Infinity, 5"
  })
  void whatDoesNotIsRefusedAndNothingIsChanged(double start, double end) {
    Jobs.succeed(claimed(first));
    recap.change(PICKS);
    assertInvalid(() -> recap.change(List.of(pick(1, 2), pick(start, end))));
    assertThat(recap.picks()).isEqualTo(PICKS);
  }

  @Test
  void aRecapHasOneToAThousandPicks() {
    Jobs.succeed(claimed(first));
    assertInvalid(() -> recap.change(List.of()));
    recap.change(Collections.nCopies(1000, pick(1, 2)));
    assertInvalid(() -> recap.change(Collections.nCopies(1001, pick(1, 2))));
  }

  @Test
  void nothingIsChosenByHandInAFilmThatNobodyHasLookedAt() {
    var unknown = recap(Films.fresh(), Jobs.failed(JobKind.RENDER));
    assertRefused(() -> unknown.change(PICKS), ProblemType.NOT_FINISHED);
  }

  @Test
  void nothingIsLaidOverTheFilmsOwnPackets() {
    assertThat(recap.isWatermarked()).isTrue();
    var lossless = new NewRecap(RecapRequest.story(30, rendering(true)), true);
    assertThat(
            new Recap(Recap.newId(), Films.ready(), lossless, UUID.randomUUID(), first, NOON)
                .isWatermarked())
        .isFalse();
    var without = new NewRecap(RecapRequest.story(30, rendering(false)), false);
    assertThat(
            new Recap(Recap.newId(), Films.ready(), without, UUID.randomUUID(), first, NOON)
                .isWatermarked())
        .isFalse();
  }

  private void assertUnderWay() {
    assertRefused(() -> recap.change(PICKS), ProblemType.NOT_FINISHED);
    assertRefused(() -> recap.choose(recap.request(), PICKS), ProblemType.NOT_FINISHED);
    assertRefused(() -> recap.renderAgain(Jobs.queued(JobKind.RENDER)), ProblemType.NOT_FINISHED);
  }

  private static Job claimed(Job job) {
    Jobs.claim(job);
    return job;
  }

  private static Recap recap(Movie movie, Job job) {
    var wish = new NewRecap(RecapRequest.story(30, rendering(false)), true);
    return new Recap(Recap.newId(), movie, wish, UUID.randomUUID(), job, NOON);
  }

  private static Rendering rendering(boolean lossless) {
    return new Rendering(
        Aspect.SOURCE, List.of(), Captions.SOFT, LoudnessTarget.STREAMING, lossless, null);
  }

  private static Pick pick(double start, double end) {
    return new Pick(start, end, 0, Map.of());
  }

  private static RecapResult result(List<Pick> picks, double seconds, @Nullable CutLimit limit) {
    var movie =
        new MovieInfo(
            5400,
            1920,
            1080,
            24,
            "h264",
            null,
            PictureArea.WHOLE,
            List.of(),
            List.of(),
            List.of(),
            null,
            false,
            List.of());
    return new RecapResult(
        movie, List.of(), List.of(), picks, seconds, 13, limit, -14, List.of(), Map.of());
  }
}
