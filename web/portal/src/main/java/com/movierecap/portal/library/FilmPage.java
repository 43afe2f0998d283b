package com.movierecap.portal.library;

import com.movierecap.library.Movie;
import com.movierecap.library.MovieService;
import com.movierecap.portal.jobs.JobView;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One film: what is known of it, and how far its analysis is. */
@Named("film")
@ViewScoped
public class FilmPage implements Serializable {
  @Inject private MovieService movies;
  @Inject private FilmStrips strips;
  @Inject private Permissions may;
  @Inject private Steps steps;

  private @Nullable String id;
  private transient @Nullable Movie movie;
  private transient @Nullable FilmTimeline timeline;

  /** Also says whether there is such a film at all, before anything is written. */
  public void load() {
    movie = movies.get(Address.id(id));
  }

  public void delete() throws IOException {
    steps.take(
        () -> {
          may.mustEdit();
          var title = getMovie().title();
          movies.delete(getMovie().id(), null);
          return Next.page("/").saying("film.deleted", title);
        });
  }

  public Movie getMovie() {
    var known = movie;
    if (known == null) {
      known = movies.get(Address.id(id));
      movie = known;
    }
    return known;
  }

  public Movie.@Nullable Facts getFacts() {
    return getMovie().facts().orElse(null);
  }

  public JobView getJob() {
    return JobView.of(getMovie().analysisJob());
  }

  /** Null until there is something to draw. */
  public @Nullable FilmTimeline getTimeline() {
    if (timeline == null && getMovie().isReady()) {
      timeline = strips.timeline(getMovie().id());
    }
    return timeline;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
