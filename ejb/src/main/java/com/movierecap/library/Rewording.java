package com.movierecap.library;

import com.movierecap.json.Json;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.SubtitleReport;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other words for an analysed film.
 *
 * @param words names the objects that hold them
 * @param file that they were read from; null where they are the film's own, or there are none
 * @param settings by which they are read
 * @param analysis with them
 * @param json the same as it is stored
 * @param grown by how many bytes more or fewer lie in the store
 * @param before what the log keeps of the words before, or null where there were none
 * @param after what the log keeps of these
 */
public record Rewording(
    UUID words,
    @Nullable SubtitleFile file,
    SubtitleSettings settings,
    MovieAnalysis analysis,
    byte[] json,
    long grown,
    @Nullable Facts before,
    @Nullable Facts after) {

  /** What the log keeps of a film's words. */
  record Facts(
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
   * @param before the film's analysis
   * @param analysis the same with other words
   */
  static Rewording of(
      UUID words,
      Movie movie,
      @Nullable SubtitleFile file,
      SubtitleSettings settings,
      MovieAnalysis before,
      MovieAnalysis analysis) {
    var json = bytes(analysis);
    var handedIn = file == null ? 0 : file.bytes().length;
    return new Rewording(
        words,
        file,
        settings,
        analysis,
        json,
        json.length - bytes(before).length + handedIn - movie.subtitleBytes(),
        Facts.of(movie, before.subtitles()),
        Facts.of(movie, analysis.subtitles()));
  }

  private static byte[] bytes(MovieAnalysis analysis) {
    return Json.line(analysis).getBytes(StandardCharsets.UTF_8);
  }
}
