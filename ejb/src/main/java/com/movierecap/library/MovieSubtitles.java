package com.movierecap.library;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.OpenTo;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Role;
import com.movierecap.media.Cue;
import com.movierecap.media.Json;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.analysis.FilmWords;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import com.movierecap.usage.Quotas;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words of the tenant's films: added, replaced, moved and taken away at any time after the
 * analysis. They are laid over what was seen and heard then, so that no film is decoded again.
 * Recaps that were made keep theirs.
 */
@Stateless
@OpenTo(Role.EDIT)
public class MovieSubtitles {
  private static final int FIRST_LINES = 3;

  @Inject private MovieService movies;
  @Inject private S3ObjectStore store;
  @Inject private Quotas quotas;
  @Inject private AuditService audit;

  /**
   * What there is.
   *
   * @param fileName of the file handed in; null where they are the film's own
   * @param firstLines some cues, by which one sees whether the letters are right
   */
  public record Kept(@Nullable String fileName, SubtitleReport report, List<Cue> firstLines) {
    /** Empty where there are none. */
    public static Optional<Kept> of(Movie movie, MovieAnalysis analysis) {
      return Optional.ofNullable(analysis.subtitles())
          .map(
              report ->
                  new Kept(
                      report.source() == Source.FILE ? movie.subtitleFileName() : null,
                      report,
                      analysis.cues().stream().limit(FIRST_LINES).toList()));
    }
  }

  /** What the log keeps of them. */
  private record Facts(
      String title,
      String source,
      String encoding,
      int cues,
      double stretch,
      double offsetSeconds) {
    static @Nullable Facts of(Movie movie, @Nullable SubtitleReport report) {
      return report == null
          ? null
          : new Facts(
              movie.title(),
              report.source().label(),
              report.encoding(),
              report.cues(),
              report.stretch(),
              report.offsetSeconds());
    }
  }

  /**
   * @throws ProblemException where the film is not analysed yet, or has no subtitles
   */
  @OpenTo(Role.VIEW)
  public Kept get(UUID id) {
    return Kept.of(movies.get(id), movies.analysis(id)).orElseThrow(ProblemException::notFound);
  }

  /** Hands in a file, in place of any other and of the film's own. */
  public Kept put(UUID id, SubtitleFile file, @Nullable Integer expected) throws IOException {
    var movie = held(id, expected);
    var analysis = movies.analysis(id);
    store.put(
        MovieFiles.subtitles(id),
        new ByteArrayInputStream(file.bytes()),
        "application/octet-stream");
    var before = movie.subtitleBytes();
    movie.subtitled(file.name(), file.bytes().length, file.settings());
    var renewed = FilmWords.renewed(analysis, file.subtitles(), file.settings().timing());
    return keep(movie, analysis, renewed, file.bytes().length - before)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Reads what is there in another way.
   *
   * @throws ProblemException where there are none
   */
  public Kept change(UUID id, SubtitleSettings settings, @Nullable Integer expected)
      throws IOException {
    var movie = held(id, expected);
    var analysis = movies.analysis(id);
    var report = analysis.subtitles();
    MovieAnalysis renewed;
    if (movie.hasSubtitles()) {
      var file = SubtitleFile.of(movie.subtitleFileName(), stored(id), settings, movie.language());
      renewed = FilmWords.renewed(analysis, file.subtitles(), settings.timing());
    } else if (report != null && report.source() == Source.TRACK) {
      renewed = FilmWords.retimed(analysis, settings.timing());
    } else {
      throw ProblemException.notFound();
    }
    movie.readsSubtitles(settings);
    return keep(movie, analysis, renewed, 0).orElseThrow(ProblemException::notFound);
  }

  /**
   * Takes the file away; a film that has words of its own has them again.
   *
   * @throws ProblemException where none was handed in
   */
  public void remove(UUID id, @Nullable Integer expected) throws IOException {
    var movie = held(id, expected);
    if (!movie.hasSubtitles()) {
      throw ProblemException.notFound();
    }
    var analysis = movies.analysis(id);
    var before = movie.subtitleBytes();
    movie.unsubtitled();
    keep(movie, analysis, FilmWords.renewed(analysis, null, Timing.AS_WRITTEN), -before);
    store.delete(MovieFiles.subtitles(id));
  }

  private Movie held(UUID id, @Nullable Integer expected) {
    var movie = movies.getHeld(id);
    if (expected != null && expected != movie.version()) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
    return movie;
  }

  private byte[] stored(UUID id) throws IOException {
    try (var content = store.open(MovieFiles.subtitles(id), Wanted.WHOLE).content()) {
      return content.readAllBytes();
    }
  }

  private Optional<Kept> keep(Movie movie, MovieAnalysis before, MovieAnalysis now, long bytes)
      throws IOException {
    var json = Json.line(now).getBytes(StandardCharsets.UTF_8);
    var grown = json.length - Json.line(before).getBytes(StandardCharsets.UTF_8).length;
    store.put(MovieFiles.analysis(movie.id()), new ByteArrayInputStream(json), "application/json");
    quotas.changed(movie.id(), bytes + grown);
    audit.record(
        AuditAction.SUBTITLES_CHANGED,
        movie.id().toString(),
        Facts.of(movie, before.subtitles()),
        Facts.of(movie, now.subtitles()));
    return Kept.of(movie, now);
  }
}
