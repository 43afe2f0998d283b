package com.movierecap.api.library;

import com.movierecap.library.MovieSubtitles;
import com.movierecap.media.SubtitleReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A film's subtitles as the API shows them.
 *
 * @param source {@code file} where they were handed in, {@code track} where they are the film's own
 * @param fileName of the file handed in
 * @param track number of the film's own subtitles that are used, as its analysis lists them
 * @param cues that are shown
 * @param dropped cues whose time could not be read
 * @param adverts cues that speak of the subtitles only
 * @param outside cues before or behind the film
 * @param offsetSeconds that are added to each time, after it was multiplied with {@code stretch}
 * @param better with which they would fit what is heard much better; left out where they fit
 */
@Schema(name = "Subtitles")
public record SubtitlesView(
    String source,
    @Nullable String fileName,
    @Nullable Integer track,
    String format,
    String encoding,
    int cues,
    int dropped,
    int adverts,
    int outside,
    double offsetSeconds,
    double stretch,
    @Nullable Timing better) {

  /** How times are moved. */
  @Schema(name = "SubtitleTiming")
  public record Timing(double offsetSeconds, double stretch) {
    static @Nullable Timing of(SubtitleReport.@Nullable Timing timing) {
      return timing == null ? null : new Timing(timing.offsetSeconds(), timing.stretch());
    }
  }

  static SubtitlesView of(MovieSubtitles.Kept kept) {
    var report = kept.report();
    return new SubtitlesView(
        report.source().label(),
        kept.fileName(),
        report.track(),
        report.format(),
        report.encoding(),
        report.cues(),
        report.dropped(),
        report.adverts(),
        report.outside(),
        report.offsetSeconds(),
        report.stretch(),
        Timing.of(report.better()));
  }
}
