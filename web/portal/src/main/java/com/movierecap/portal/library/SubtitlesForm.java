package com.movierecap.portal.library;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.MovieSubtitles;
import com.movierecap.library.MovieSubtitles.Kept;
import com.movierecap.library.SubtitleFile;
import com.movierecap.library.SubtitleSettings;
import com.movierecap.media.Cue;
import com.movierecap.media.SubtitleReport;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.identity.Permissions;
import com.movierecap.portal.language.PageFormats;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a film: what there is, and a file, another encoding or other times for them. */
@Named("subtitles")
@RequestScoped
public class SubtitlesForm {
  private static final String FILE = "subtitles:words";
  private static final String OFFSET = "subtitles:offset";
  private static final String STRETCH = "subtitles:stretch";

  /** By the language they were made for; the last ones serve several. */
  private static final String ENCODINGS =
      "ar=windows-1256 el=windows-1253 he=windows-1255 ja=Shift_JIS ja=EUC-JP ko=EUC-KR lt=windows-1257"
          + " pl=windows-1250 pl=ISO-8859-2 ru=windows-1251 ru=KOI8-R ru=IBM866 th=windows-874"
          + " tr=windows-1254 uk=KOI8-U vi=windows-1258 zh-Hans=GB18030 zh-Hant=Big5 fr=windows-1252"
          + " fr=IBM850";

  @Inject private MovieSubtitles subtitles;
  @Inject private FilmPage film;
  @Inject private Permissions may;
  @Inject private Notices notices;
  @Inject private Text text;
  @Inject private PageFormats page;

  private @Nullable Optional<Kept> kept;
  private @Nullable Part file;
  private @Nullable String encoding;
  private @Nullable String offset;
  private @Nullable String stretch;

  /** Null where there are none. */
  public @Nullable Kept getKept() {
    var known = kept;
    if (known == null) {
      known = subtitles.find(film.getMovie().id());
      kept = known;
    }
    return known.orElse(null);
  }

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
            subtitles.change(movie.id(), settings, null);
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
          var now = getKept();
          var better = now == null ? null : now.report().better();
          if (better != null) {
            var settings =
                new SubtitleSettings(film.getMovie().subtitleSettings().encoding(), better);
            subtitles.change(film.getMovie().id(), settings, null);
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
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(
          external.getRequestContextPath() + "/film.xhtml?id=" + film.getMovie().id());
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

  /** So that one sees whether the letters are right. */
  public List<Cue> getFirstLines() {
    var now = getKept();
    return now == null ? List.of() : now.firstLines();
  }

  public String getMendLabel() {
    var now = getKept();
    var better = now == null ? null : now.report().better();
    if (better == null) {
      return "";
    }
    var seconds = page.formats().tenth(better.offsetSeconds());
    return better.stretch() == 1
        ? text.format("subtitles.mend", seconds)
        : text.format("subtitles.mend.stretch", seconds, page.formats().number(better.stretch()));
  }

  /** Null where they are not. */
  public @Nullable String getMoved() {
    var now = getKept();
    if (now == null || now.report().timing().equals(SubtitleReport.Timing.AS_WRITTEN)) {
      return null;
    }
    var timing = now.report().timing();
    return timing.stretch() == 1
        ? page.formats().seconds(timing.offsetSeconds())
        : text.format(
            "subtitles.moved",
            page.formats().tenth(timing.offsetSeconds()),
            page.formats().number(timing.stretch()));
  }

  public int getLeftOut() {
    var now = getKept();
    return now == null
        ? 0
        : now.report().dropped() + now.report().adverts() + now.report().outside();
  }

  public List<SelectItem> getEncodings() {
    return Stream.concat(
            Stream.of(new SelectItem("UTF-8", "UTF-8"), new SelectItem("UTF-16", "UTF-16")),
            Stream.of(ENCODINGS.split(" "))
                .map(
                    pair -> {
                      var parts = pair.split("=");
                      return new SelectItem(
                          parts[1], page.formats().languageName(parts[0]) + " – " + parts[1]);
                    }))
        .toList();
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
