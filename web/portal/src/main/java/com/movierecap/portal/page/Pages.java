package com.movierecap.portal.page;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.UUID;

/** The portal's pages, by their addresses within it, such as {@code /film.xhtml}. */
public final class Pages {
  private Pages() {}

  /** The address of a page that is about one thing. */
  public static String of(String page, UUID id) {
    return page + "?id=" + id;
  }

  /** Redirects the browser to a page; what the present one would have shown is not written. */
  public static void open(String page) throws IOException {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + page);
  }
}
