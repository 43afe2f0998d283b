package com.movierecap.library;

import com.movierecap.access.AllowedTo;
import com.movierecap.storage.ObjectOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A film's objects are kept as long as its row, its former words are not. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class MovieObjects implements ObjectOwner {
  @Inject private MovieService movies;

  @Override
  public String folder() {
    return "movies";
  }

  @Override
  public Predicate<String> kept(UUID id) {
    return movies.find(id).map(MovieObjects::kept).orElse(name -> false);
  }

  private static Predicate<String> kept(Movie movie) {
    var words =
        Stream.of(MovieFiles.analysis(movie), MovieFiles.subtitles(movie))
            .map(key -> key.place().orElseThrow().name())
            .collect(Collectors.toSet());
    return name ->
        words.contains(name) || !name.startsWith("analysis") && !name.startsWith("subtitles");
  }
}
