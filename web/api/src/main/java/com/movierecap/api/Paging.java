package com.movierecap.api;

import com.movierecap.kernel.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list, as requests and answers name them. A cursor is good for the tenant and the query
 * it was given out for and for nothing else, see {@link Cursors}.
 */
@RequestScoped
public class Paging {
  @Inject private HttpServletRequest request;

  public Page.Request page(int limit, @Nullable String after) {
    return new Page.Request(limit, after == null || after.isEmpty() ? null : cursors().open(after));
  }

  /** The cursor of the page behind this one, or null on the last. */
  public @Nullable String next(Page<?> page) {
    var next = page.next();
    return next == null ? null : cursors().close(next);
  }

  private Cursors cursors() {
    return Cursors.of(request.getRequestURI(), request.getParameterMap());
  }
}
