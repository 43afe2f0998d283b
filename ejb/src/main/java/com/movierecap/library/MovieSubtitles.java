package com.movierecap.library;

import com.movierecap.access.OpenTo;
import com.movierecap.access.Role;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.analysis.FilmWords;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of the tenant's films: added, replaced, moved and taken away at any time after the
 * analysis. They are laid over what was seen and heard then, so that no film is decoded again.
 * Recaps that were made keep theirs. Holds no transaction while the store is read or written.
 */
@ApplicationScoped
@OpenTo(Role.EDIT)
public class MovieSubtitles {
  private static final int FIRST_LINES = 3;

  /** Where somebody else changes the same film at the same time. */
  private static final int MOST_TRIES = 3;

  @Inject private MovieService movies;
  @Inject private S3ObjectStore store;
  @Inject private MovieAnalyses analyses;

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

  /**
   * @throws ProblemException where the film is not analysed yet, or has no subtitles
   */
  @OpenTo(Role.VIEW)
  public Kept get(UUID id) {
    return Kept.of(movies.get(id), analyses.get(id)).orElseThrow(ProblemException::notFound);
  }

  /**
   * Hands in a file, in place of any other and of the film's own.
   *
   * @param expected the film's version the caller saw, or null for any
   */
  public Kept put(UUID id, SubtitleFile file, @Nullable Integer expected) throws IOException {
    return reword(id, expected, (movie, film) -> new Words(file, file.settings()))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Reads what is there in another way.
   *
   * @throws ProblemException where there are none
   */
  public Kept change(UUID id, SubtitleSettings settings, @Nullable Integer expected)
      throws IOException {
    return reword(
            id,
            expected,
            (movie, film) -> {
              if (movie.hasSubtitles()) {
                var name = movie.subtitleFileName();
                var bytes = handedIn(movie);
                return new Words(
                    SubtitleFile.of(name, bytes, settings, movie.language()), settings);
              }
              var report = film.subtitles();
              if (report == null || report.source() != Source.TRACK) {
                throw ProblemException.notFound();
              }
              return new Words(null, settings);
            })
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Takes the file away; a film that has words of its own has them again.
   *
   * @throws ProblemException where none was handed in
   */
  public void remove(UUID id, @Nullable Integer expected) throws IOException {
    reword(
        id,
        expected,
        (movie, film) -> {
          if (!movie.hasSubtitles()) {
            throw ProblemException.notFound();
          }
          return new Words(null, SubtitleSettings.USUAL);
        });
  }

  /** Which words a film is to have: a file's, or its own where there is none. */
  private record Words(@Nullable SubtitleFile file, SubtitleSettings settings) {
    MovieAnalysis over(Movie movie, MovieAnalysis film) {
      if (file == null && !movie.hasSubtitles()) {
        return FilmWords.retimed(film, settings.timing());
      }
      return FilmWords.renewed(film, file == null ? null : file.subtitles(), settings.timing());
    }
  }

  @FunctionalInterface
  private interface Choice {
    Words of(Movie movie, MovieAnalysis film) throws IOException;
  }

  /** Stores the words first, as objects of their own; then they count, or they go. */
  private Optional<Kept> reword(UUID id, @Nullable Integer expected, Choice choice)
      throws IOException {
    for (int tries = 1; ; tries++) {
      var movie = movies.getReady(id);
      if (expected != null && expected != movie.version()) {
        throw new ProblemException(ProblemType.PRECONDITION_FAILED);
      }
      var film = analyses.get(id);
      var words = choice.of(movie, film);
      var now =
          Rewording.of(
              Ids.next(), movie, words.file(), words.settings(), film, words.over(movie, film));
      try {
        store(id, now);
        return Kept.of(movies.reword(id, movie.version(), now), now.analysis());
      } catch (IOException | RuntimeException e) {
        store.delete(
            Stream.of(MovieFiles.analysis(id, now.words()), MovieFiles.subtitles(id, now.words())));
        var overtaken =
            e instanceof ProblemException known && known.type() == ProblemType.PRECONDITION_FAILED;
        if (expected != null || !overtaken || tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private void store(UUID id, Rewording now) throws IOException {
    var file = now.file();
    if (file != null) {
      store.put(
          MovieFiles.subtitles(id, now.words()),
          new ByteArrayInputStream(file.bytes()),
          "application/octet-stream");
    }
    store.put(
        MovieFiles.analysis(id, now.words()),
        new ByteArrayInputStream(now.json()),
        "application/json");
  }

  private byte[] handedIn(Movie movie) throws IOException {
    try (var content = store.open(MovieFiles.subtitles(movie), Wanted.WHOLE).content()) {
      return content.readAllBytes();
    }
  }
}
