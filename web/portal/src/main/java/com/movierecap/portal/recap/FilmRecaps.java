package com.movierecap.portal.recap;

import com.movierecap.kernel.Page;
import com.movierecap.portal.library.FilmPage;
import com.movierecap.portal.page.Once;
import com.movierecap.recap.RecapService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The recaps of the film that the page shows, newest first. */
@Named("filmRecaps")
@RequestScoped
public class FilmRecaps {
  private static final int MOST = 100;

  @Inject private RecapService recaps;
  @Inject private FilmPage film;

  private final Once<List<RecapRow>> rows = new Once<>(this::read);

  public List<RecapRow> getRows() {
    return rows.get();
  }

  private List<RecapRow> read() {
    return recaps.list(film.getMovie().id(), new Page.Request(MOST, null)).items().stream()
        .map(RecapRow::of)
        .toList();
  }

  public boolean isUnderWay() {
    return getRows().stream().anyMatch(row -> row.job().isUnderWay());
  }
}
