package com.movierecap.portal.library;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.MovieSubtitles;
import com.movierecap.library.SubtitleFile;
import com.movierecap.library.SubtitleSettings;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.page.Pages;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Another file, another encoding or other times for the words of a film. */
@Named("subtitles")
@RequestScoped
public class SubtitlesForm {
  private static final String FILE = "subtitles:words";
  private static final String OFFSET = "subtitles:offset";
  private static final String STRETCH = "subtitles:stretch";

  @Inject private MovieSubtitles subtitles;
  @Inject private FilmPage film;
  @Inject private Permissions may;
  @Inject private Notices notices;
  @Inject private SubtitleFacts facts;

  private @Nullable Integer track;
  private @Nullable Part file;
  private @Nullable String encoding;
  private @Nullable String offset;
  private @Nullable String stretch;

  /** With the file that was chosen, else those that are there. */
  public void save() throws IOException {
    change(
        () -> {
          var movie = film.getMovie();
          var settings =
              SubtitleSettings.of(
                  encoding,
                  number(offset, OFFSET, -360_000, 360_000),
                  number(stretch, STRETCH, 0.5, 2));
          var chosen = file;
          if (chosen == null
              || chosen.getSubmittedFileName() == null
              || chosen.getSubmittedFileName().isEmpty()) {
            subtitles.change(movie.id(), settings, track, null);
          } else {
            try (var content = chosen.getInputStream()) {
              subtitles.put(
                  movie.id(),
                  SubtitleFile.read(
                      chosen.getSubmittedFileName(), content, settings, movie.language()),
                  null);
            }
          }
          notices.done("subtitles.saved");
        });
  }

  /** Moves them to where they fit what is heard. */
  public void mend() throws IOException {
    change(
        () -> {
          var now = facts.getKept();
          var better = now == null ? null : now.report().better();
          if (better != null) {
            var settings =
                new SubtitleSettings(film.getMovie().subtitleSettings().encoding(), better);
            subtitles.change(film.getMovie().id(), settings, null, null);
            notices.done("subtitles.saved");
          }
        });
  }

  public void remove() throws IOException {
    change(
        () -> {
          subtitles.remove(film.getMovie().id(), null);
          notices.done("subtitles.removed");
        });
  }

  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  /** A number that is none, at its field. */
  private static final class NoNumber extends RuntimeException {
    private final String field;

    NoNumber(String field) {
      super(field);
      this.field = field;
    }
  }

  private void change(Change change) throws IOException {
    may.mustEdit();
    try {
      change.make();
      Pages.open(Pages.of("/film.xhtml", film.getMovie().id()));
    } catch (NoNumber e) {
      notices.field("subtitles." + e.field.substring(e.field.indexOf(':') + 1) + ".range", e.field);
    } catch (ProblemException e) {
      var aboutFile =
          e.type() == ProblemType.SUBTITLES_UNREADABLE || e.type() == ProblemType.TOO_LARGE;
      notices.problem(e, aboutFile ? FILE : null);
    }
  }

  /** People write a comma or a point, and a minus of their own. */
  private static @Nullable Double number(
      @Nullable String written, String field, double least, double most) {
    if (written == null || written.isBlank()) {
      return null;
    }
    var plain = written.strip().replace(',', '.').replace('\u2212', '-').replace('\u2013', '-');
    if (!plain.matches("[-+]?\\d{1,6}(\\.\\d{1,9})?")) {
      throw new NoNumber(field);
    }
    double value = Double.parseDouble(plain);
    if (value < least || value > most) {
      throw new NoNumber(field);
    }
    return value;
  }

  /** Null for the file that was handed in. */
  public @Nullable Integer getTrack() {
    var now = facts.getKept();
    return now == null ? null : now.report().track();
  }

  public void setTrack(@Nullable Integer track) {
    this.track = track;
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public String getEncoding() {
    var said = film.getMovie().subtitleSettings().encoding();
    return encoding != null ? encoding : said == null ? "" : said;
  }

  public void setEncoding(@Nullable String encoding) {
    this.encoding = encoding;
  }

  public String getOffset() {
    return offset != null
        ? offset
        : plain(film.getMovie().subtitleSettings().timing().offsetSeconds());
  }

  public void setOffset(@Nullable String offset) {
    this.offset = offset;
  }

  public String getStretch() {
    return stretch != null ? stretch : plain(film.getMovie().subtitleSettings().timing().stretch());
  }

  public void setStretch(@Nullable String stretch) {
    this.stretch = stretch;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
