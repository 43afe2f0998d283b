package com.movierecap.portal.library;

import com.movierecap.kernel.Page;
import com.movierecap.library.MovieService;
import com.movierecap.portal.session.Permissions;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's films, newest first, a shelf at a time. */
@Named("library")
@ViewScoped
public class LibraryPage implements Serializable {
  private static final int SHELF = 24;

  @Inject private MovieService movies;
  @Inject private Permissions may;

  private @Nullable String after;
  private transient @Nullable Page<FilmCard> shelf;

  /** An operator has no films: the console is the place to be. */
  public void enter() throws IOException {
    if (!may.isView() && may.isOperate()) {
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/admin/index.xhtml");
      FacesContext.getCurrentInstance().responseComplete();
    }
  }

  public List<FilmCard> getFilms() {
    return shelf().items();
  }

  public @Nullable UUID getNext() {
    return shelf().next();
  }

  public boolean isUnderWay() {
    return getFilms().stream().anyMatch(film -> film.job().isUnderWay());
  }

  private Page<FilmCard> shelf() {
    var known = shelf;
    if (known == null) {
      var page = movies.list(new Page.Request(SHELF, Address.of(after)));
      known = new Page<>(page.items().stream().map(FilmCard::of).toList(), page.next());
      shelf = known;
    }
    return known;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
