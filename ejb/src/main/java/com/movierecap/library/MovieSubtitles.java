package com.movierecap.library;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.analysis.FilmWords;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of the tenant's films: added, replaced, moved and taken away at any time after the
 * analysis. They are laid over what was seen and heard then, so that no film is decoded again.
 * Recaps that were made keep theirs. Holds no transaction while the store is read or written.
 */
@ApplicationScoped
@AllowedTo(Role.EDIT)
public class MovieSubtitles {
  private static final int FIRST_LINES = 3;

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
  @AllowedTo(Role.VIEW)
  public Kept get(UUID id) {
    return Kept.of(movies.get(id), analyses.get(id)).orElseThrow(ProblemException::notFound);
  }

  /**
   * Hands in a file, in place of any other and of the film's own.
   *
   * @param expected the film's version the caller saw, or null for any
   */
  public Kept put(UUID id, SubtitleFile file, @Nullable Integer expected) throws IOException {
    return reword(id, expected, (movie, film) -> new Words(file, null, file.settings()))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Reads what is there in another way, or takes others of the film's own.
   *
   * @param track number of the film's own subtitles that are to be used, in place of any file; null
   *     for those that are in use
   * @throws ProblemException where there are none, or no such track of text
   */
  public Kept change(
      UUID id, SubtitleSettings settings, @Nullable Integer track, @Nullable Integer expected)
      throws IOException {
    return reword(
            id,
            expected,
            (movie, film) -> {
              if (movie.hasSubtitles() && track == null) {
                var bytes = handedIn(movie);
                var name = movie.subtitleFileName();
                return new Words(
                    SubtitleFile.of(name, bytes, settings, movie.language()), null, settings);
              }
              var own = analyses.ownSubtitles(id, film);
              if (own.isEmpty()) {
                throw ProblemException.notFound();
              }
              var chosen = track == null ? usual(film, own) : SubtitleTrack.numbered(track, own);
              return new Words(null, chosen.orElseThrow(() -> noneOf(own)), settings);
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
          var own = usual(film, analyses.ownSubtitles(id, film));
          return new Words(null, own.orElse(null), SubtitleSettings.USUAL);
        });
  }

  /** The one that was chosen last, or when the film was analysed. */
  private static Optional<SubtitleTrack> usual(MovieAnalysis film, List<SubtitleTrack> own) {
    return SubtitleTrack.numbered(TrackChoice.of(film.movie()).subtitles(), own);
  }

  private static ProblemException noneOf(List<SubtitleTrack> own) {
    var numbers = own.stream().map(track -> String.valueOf(track.number()));
    return new ProblemException(
        ProblemType.INVALID_REQUEST, "track: " + numbers.collect(Collectors.joining(", ")));
  }

  /**
   * Which words a film is to have.
   *
   * @param file that was handed in; null where they are the film's own
   * @param own null where they are a file's, or there are none
   */
  private record Words(
      @Nullable SubtitleFile file, @Nullable SubtitleTrack own, SubtitleSettings settings) {
    MovieAnalysis over(MovieAnalysis film) {
      return file == null
          ? FilmWords.ofTrack(film, own, settings.timing())
          : FilmWords.ofFile(film, file.subtitles(), settings.timing());
    }
  }

  @FunctionalInterface
  private interface Choice {
    Words of(Movie movie, MovieAnalysis film) throws IOException;
  }

  /** Stores the words first, as objects of their own; then they count, or they go. */
  private Optional<Kept> reword(UUID id, @Nullable Integer expected, Choice choice)
      throws IOException {
    return Version.<Optional<Kept>, IOException>settle(
        expected,
        () -> {
          var movie = movies.getReady(id);
          Version.mustBe(expected, movie.version());
          var film = analyses.get(id);
          var words = choice.of(movie, film);
          var now =
              Rewording.of(
                  Ids.next(), movie, words.file(), words.settings(), film, words.over(film));
          try {
            store(id, now);
            return Kept.of(movies.reword(id, movie.version(), now), now.analysis());
          } catch (IOException | RuntimeException e) {
            store.delete(
                Stream.of(
                    MovieFiles.analysis(id, now.words()), MovieFiles.subtitles(id, now.words())));
            throw e;
          }
        });
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
