package com.movierecap.media.subtitles;

import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where subtitles are to be found and how they are to be read.
 *
 * @param file by its path; null for the film's own track
 * @param encoding name of the one that it is written in; null to find out
 * @param language BCP 47 tag of what is said in the film, which helps to find out; or null
 * @param timing how its times are moved; null to leave them
 */
public record SubtitleInput(
    @Nullable String file,
    @Nullable String encoding,
    @Nullable String language,
    @Nullable Timing timing) {
  public static SubtitleInput of(Path file) {
    return new SubtitleInput(file.toString(), null, null, null);
  }

  /**
   * What the file holds; null where there is none.
   *
   * @throws UnusableInputException where nothing in the file is a cue
   */
  public @Nullable Subtitles read() {
    if (file == null) {
      return null;
    }
    @Nullable Locale said = language == null ? null : Locale.forLanguageTag(language);
    return SubtitleParser.parse(Path.of(file), charset(encoding), said);
  }

  /** How its times are moved. */
  public Timing moved() {
    return Objects.requireNonNullElse(timing, Timing.AS_WRITTEN);
  }

  /**
   * By its name; null for null.
   *
   * @throws UnusableInputException where there is no such encoding
   */
  public static @Nullable Charset charset(@Nullable String encoding) {
    return encoding == null
        ? null
        : SubtitleEncoding.named(encoding)
            .orElseThrow(
                () ->
                    new UnusableInputException(
                        Reason.SUBTITLES_UNREADABLE, "no encoding is called " + encoding));
  }
}
