package com.movierecap.library;

import com.movierecap.i18n.Bytes;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.subtitles.SubtitleParser;
import com.movierecap.media.subtitles.Subtitles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of subtitles that was looked at before anything was stored: its cues can be read.
 *
 * @param name as the customer calls the file, without folders
 */
public record SubtitleFile(
    String name, byte[] bytes, SubtitleSettings settings, Subtitles subtitles) {
  public static final int MAX_BYTES = 10_000_000;

  /**
   * @param name as the customer calls the file, or null
   * @param language BCP 47 tag of what is said in the film, or null
   * @throws ProblemException where it is too large, or nothing in it is a subtitle
   */
  public static SubtitleFile read(
      @Nullable String name,
      InputStream content,
      SubtitleSettings settings,
      @Nullable String language)
      throws IOException {
    return of(
        name, new SizeLimitedInputStream(content, MAX_BYTES).readAllBytes(), settings, language);
  }

  /** The same of what was read before. */
  public static SubtitleFile of(
      @Nullable String name, byte[] bytes, SubtitleSettings settings, @Nullable String language) {
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, new Bytes(MAX_BYTES));
    }
    try {
      var said = language == null ? null : Locale.forLanguageTag(language);
      var read = SubtitleParser.parse(bytes, SubtitleInput.charset(settings.encoding()), said);
      return new SubtitleFile(NewMovie.plain(name, "subtitles"), bytes, settings, read);
    } catch (UnusableInputException e) {
      throw new ProblemException(ProblemType.SUBTITLES_UNREADABLE);
    }
  }
}
