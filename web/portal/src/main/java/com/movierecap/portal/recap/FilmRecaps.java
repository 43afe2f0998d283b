package com.movierecap.portal.recap;

import com.movierecap.kernel.Page;
import com.movierecap.portal.library.FilmPage;
import com.movierecap.recap.RecapService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recaps of the film that the page shows, newest first. */
@Named("filmRecaps")
@RequestScoped
public class FilmRecaps {
  private static final int MOST = 100;

  @Inject private RecapService recaps;
  @Inject private FilmPage film;

  private @Nullable List<RecapRow> rows;

  public List<RecapRow> getRows() {
    var known = rows;
    if (known == null) {
      known =
          recaps.list(film.getMovie().id(), new Page.Request(MOST, null)).items().stream()
              .map(RecapRow::of)
              .toList();
      rows = known;
    }
    return known;
  }

  public boolean isUnderWay() {
    return getRows().stream().anyMatch(row -> row.job().isUnderWay());
  }
}
