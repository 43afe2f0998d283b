package com.movierecap.portal.account;

import com.movierecap.portal.page.Pages;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token of a mail's link, taken out of the page's address at once: what stands there ends up in
 * histories, in logs and on screens that others look at.
 */
@Named("openedLink")
@SessionScoped
public class OpenedLink implements Serializable {
  private final Map<String, String> tokens = new HashMap<>();
  private @Nullable String arrived;

  /** Remembers what came and shows the page without it. */
  public void open() throws IOException {
    var token = arrived;
    if (token != null) {
      arrived = null;
      tokens.put(page(), token);
      Pages.open(page());
    }
  }

  /** Of the page at hand; nothing where nobody came by a link. */
  String token() {
    return tokens.getOrDefault(page(), "");
  }

  void forget() {
    tokens.remove(page());
  }

  private static String page() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewId();
  }

  /** Never written back into the page. */
  public @Nullable String getArrived() {
    return null;
  }

  public void setArrived(@Nullable String arrived) {
    this.arrived = arrived;
  }
}
