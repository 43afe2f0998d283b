package com.movierecap.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Jobs;
import com.movierecap.json.Json;
import com.movierecap.library.Movie.Status;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.SubtitleReport.Timing;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovieTest {
  private static final SubtitleSettings LATE = new SubtitleSettings("windows-1252", timing(1, 2.5));
  private static final SubtitleReport REPORT =
      new SubtitleReport(Source.FILE, "SubRip", "UTF-8", 1, 0, 0, 0, 1, 2.5, null, null);

  @Test
  void itIsAsFarAsItsAnalysis() {
    var job = Jobs.queued(JobKind.ANALYSE);
    var movie = Films.film(job, null);
    assertThat(movie.status()).isEqualTo(Status.PROCESSING);
    Jobs.claim(job);
    assertThat(movie.status()).isEqualTo(Status.PROCESSING);
    assertThat(movie.isReady()).isFalse();
    Jobs.succeed(job);
    assertThat(movie.status()).isEqualTo(Status.READY);
    assertThat(movie.isReady()).isTrue();
  }

  @Test
  void aFilmThatWasNotAnalysedIsOfNoUse() {
    assertThat(Films.film(Jobs.failed(JobKind.ANALYSE), null).status()).isEqualTo(Status.FAILED);
    assertThat(Films.film(Jobs.cancelled(JobKind.ANALYSE), null).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void nothingIsKnownOfItBeforeItsAnalysis() {
    var movie = Films.fresh();
    assertThat(movie.facts()).isEmpty();
    movie.analysed(Films.analysis(5400, null));
    assertThat(movie.facts()).contains(new Movie.Facts(5400, 1920, 1080, 24, "h264", null, 0, 1));
  }

  @Test
  void withoutSubtitlesItsOwnAreReadAsTheyAreWritten() {
    var movie = Films.fresh();
    assertThat(movie.hasSubtitles()).isFalse();
    assertThat(movie.subtitleFileName()).isNull();
    assertThat(movie.subtitleSettings()).isEqualTo(SubtitleSettings.USUAL);
  }

  @Test
  void subtitlesThatCameWithItAreReadAsTheCustomerSaid() {
    var file = Films.subtitles("tide.srt", LATE);
    var movie = Films.film(Jobs.queued(JobKind.ANALYSE), file);
    assertThat(movie.hasSubtitles()).isTrue();
    assertThat(movie.subtitleFileName()).isEqualTo("tide.srt");
    assertThat(movie.subtitleBytes()).isEqualTo(file.bytes().length);
    assertThat(movie.subtitleSettings()).isEqualTo(LATE);
    assertThat(movie.words()).isNull();
  }

  @Test
  void otherWordsTakeThePlaceOfTheFirst() {
    var movie = Films.ready();
    var words = UUID.randomUUID();
    var file = Films.subtitles("better.srt", LATE);
    movie.reword(rewording(movie, words, file, LATE));
    assertThat(movie.hasSubtitles()).isTrue();
    assertThat(movie.subtitleFileName()).isEqualTo("better.srt");
    assertThat(movie.subtitleSettings()).isEqualTo(LATE);
    assertThat(movie.words()).isEqualTo(words);
  }

  @Test
  void itsOwnWordsComeBackWhenTheFileIsTakenAway() {
    var movie = Films.film(Jobs.succeeded(JobKind.ANALYSE), Films.subtitles("tide.srt", LATE));
    var shifted = new SubtitleSettings(null, timing(1, -1));
    movie.reword(rewording(movie, UUID.randomUUID(), null, shifted));
    assertThat(movie.hasSubtitles()).isFalse();
    assertThat(movie.subtitleFileName()).isNull();
    assertThat(movie.subtitleBytes()).isZero();
    assertThat(movie.subtitleSettings()).isEqualTo(shifted);
  }

  @Test
  void whatAChangeAddsToTheStoreIsWhatItPutsThereLessWhatItTakesAway() {
    var before = Films.analysis(5400, null);
    var after = Films.analysis(5400, REPORT);
    var file = Films.subtitles("tide.srt", LATE);
    var difference = size(after) - size(before);
    var movie = Films.ready();
    var added = Rewording.of(UUID.randomUUID(), movie, file, LATE, before, after);
    assertThat(added.grown()).isEqualTo(difference + file.bytes().length).isPositive();
    assertThat(new String(added.json(), StandardCharsets.UTF_8)).isEqualTo(Json.line(after));
    movie.reword(added);
    var again = Rewording.of(UUID.randomUUID(), movie, file, LATE, after, after);
    assertThat(again.grown()).isZero();
    var removed =
        Rewording.of(UUID.randomUUID(), movie, null, SubtitleSettings.USUAL, after, before);
    assertThat(removed.grown()).isEqualTo(-added.grown());
  }

  @Test
  void theLogKeepsTheWordsBeforeAndAfter() {
    var movie = Films.ready();
    var before = Films.analysis(5400, null);
    var after = Films.analysis(5400, REPORT);
    var rewording =
        Rewording.of(UUID.randomUUID(), movie, Films.subtitles("a.srt", LATE), LATE, before, after);
    assertThat(rewording.before()).isNull();
    assertThat(rewording.after())
        .isEqualTo(new Rewording.Facts(movie.title(), "file", "UTF-8", 1, 1, 2.5));
  }

  @Test
  void eachChangeOfTheWordsHasObjectsOfItsOwn() {
    var movie = Films.ready();
    var words = UUID.randomUUID();
    CallContext.in(UUID.randomUUID())
        .run(
            () -> {
              assertThat(MovieFiles.analysis(movie).value()).endsWith("/analysis.json");
              assertThat(MovieFiles.subtitles(movie).value()).endsWith("/subtitles");
              movie.reword(rewording(movie, words, null, SubtitleSettings.USUAL));
              assertThat(MovieFiles.analysis(movie).value())
                  .endsWith("/analysis-" + words + ".json");
              assertThat(MovieFiles.subtitles(movie).value()).endsWith("/subtitles-" + words);
              assertThat(MovieFiles.film(movie.id()).value()).endsWith("/film");
            });
  }

  private static Rewording rewording(
      Movie movie, UUID words, @Nullable SubtitleFile file, SubtitleSettings settings) {
    var analysis = Films.analysis(5400, null);
    return Rewording.of(words, movie, file, settings, analysis, analysis);
  }

  private static long size(Object analysis) {
    return Json.line(analysis).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Timing timing(double stretch, double offset) {
    return new Timing(stretch, offset);
  }
}
