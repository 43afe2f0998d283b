package com.movierecap.portal.library;

import com.movierecap.library.MovieService;
import com.movierecap.portal.page.PagedList;
import com.movierecap.portal.page.Pages;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The tenant's films, newest first, a shelf at a time. */
@Named("library")
@RequestScoped
public class LibraryPage {
  private static final int SHELF = 24;

  @Inject private MovieService movies;
  @Inject private Permissions may;

  private final PagedList<FilmCard> shelf =
      PagedList.of(SHELF, request -> movies.list(request), FilmCard::of);

  /** An operator has no films: the console is the place to be. */
  public void enter() throws IOException {
    if (!may.isView() && may.isOperate()) {
      Pages.open("/admin/index.xhtml");
      FacesContext.getCurrentInstance().responseComplete();
    }
  }

  public PagedList<FilmCard> getShelf() {
    return shelf;
  }

  public boolean isUnderWay() {
    return shelf.getItems().stream().anyMatch(film -> film.job().isUnderWay());
  }
}
