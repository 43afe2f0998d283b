package com.movierecap.library;

import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says about a film that is handed in.
 *
 * @param title 1 to 300 characters; left empty, the file's name stands in
 * @param language BCP 47 tag, or null
 * @param fileName as the customer calls the file, without folders
 */
public record NewMovie(String title, @Nullable String language, String fileName) {

  private static final int MAX_FILE_NAME = 200;

  /**
   * @throws ProblemException where title or language are of no use
   */
  public static NewMovie of(
      @Nullable String title, @Nullable String language, @Nullable String fileName) {
    var name = plain(fileName, "film");
    var said = title == null ? "" : title.replaceAll("\\p{Cntrl}", " ").strip();
    var shown = said.isEmpty() ? stem(name) : said;
    if (shown.length() > Movie.MAX_TITLE) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "title ≤ " + Movie.MAX_TITLE);
    }
    if (language == null || language.isBlank()) {
      return new NewMovie(shown, null, name);
    }
    var tag = Locale.forLanguageTag(language.strip());
    if (tag.getLanguage().isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "language: BCP 47");
    }
    return new NewMovie(shown, tag.toLanguageTag(), name);
  }

  /** Browsers may send a whole path, and strangers may send one on purpose. */
  static String plain(@Nullable String fileName, String otherwise) {
    if (fileName == null) {
      return otherwise;
    }
    var name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    var clean = name.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      return otherwise;
    }
    return Line.end(clean, MAX_FILE_NAME);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
