package com.movierecap.library;

import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Jobs;
import com.movierecap.media.Accuracy;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.PictureArea;
import com.movierecap.media.Scene;
import com.movierecap.media.SubtitleReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Films and what was found in them, for tests of whatever is about one. */
public final class Films {
  private Films() {}

  /** A film of an hour and a half, ready for recaps. */
  public static Movie ready() {
    var movie = film(Jobs.succeeded(JobKind.ANALYSE), null);
    movie.analysed(analysis(5400, null));
    return movie;
  }

  /** A film that nobody has looked at yet. */
  public static Movie fresh() {
    return film(Jobs.queued(JobKind.ANALYSE), null);
  }

  static Movie film(Job analysis, @Nullable SubtitleFile subtitles) {
    return new Movie(
        UUID.randomUUID(),
        NewMovie.of("The Tide", "en", "tide.mp4"),
        new StoredFilm(1_000_000, FilmContainer.ISO, Optional.ofNullable(subtitles)),
        UUID.randomUUID(),
        analysis,
        Instant.parse("2026-11-30T12:00:00Z"));
  }

  static SubtitleFile subtitles(String name, SubtitleSettings settings) {
    var text = "1\n00:00:01,000 --> 00:00:03,000\nThe tide is coming in.\n";
    return SubtitleFile.of(name, text.getBytes(StandardCharsets.UTF_8), settings, "en");
  }

  static MovieAnalysis analysis(double seconds, @Nullable SubtitleReport subtitles) {
    var movie =
        new MovieInfo(
            seconds,
            1920,
            1080,
            24,
            "h264",
            null,
            PictureArea.WHOLE,
            List.of(),
            List.of(),
            List.of(),
            null,
            false,
            List.of());
    return new MovieAnalysis(
        MovieAnalysis.VERSION,
        Accuracy.NORMAL,
        movie,
        List.of(),
        List.of(new Scene(0, 0, seconds, 0, 0, List.of())),
        List.of(),
        List.of(),
        List.of(),
        null,
        subtitles,
        List.of(),
        List.of(),
        seconds / 2);
  }
}
