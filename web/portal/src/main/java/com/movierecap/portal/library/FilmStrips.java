package com.movierecap.portal.library;

import com.movierecap.library.MovieAnalyses;
import com.movierecap.library.MovieFiles.Picture;
import com.movierecap.library.MovieService;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads what pages draw of an analysed film. */
@RequestScoped
public class FilmStrips {
  @Inject private MovieService movies;
  @Inject private MovieAnalyses analyses;
  @Inject private S3ObjectStore store;

  /** A document of a megabyte, which several parts of a page need. */
  private final Map<UUID, MovieAnalysis> read = new HashMap<>();

  public FilmTimeline timeline(UUID movie) {
    return FilmTimeline.of(analysis(movie), storyboard(movie));
  }

  MovieAnalysis analysis(UUID movie) {
    return read.computeIfAbsent(movie, analyses::get);
  }

  public Storyboard storyboard(UUID movie) {
    try (var vtt =
        store.open(movies.picture(movie, Picture.STORYBOARD_CUES), Wanted.WHOLE).content()) {
      return Storyboard.parse(new String(vtt.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
