package com.movierecap.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a session is over. */
public enum SessionEnd {
  /** Nobody did anything for too long. */
  IDLE,
  /** It lasted as long as any may. */
  LONGEST,
  /** Its owner ended it from elsewhere, or may no longer do what it was begun for. */
  ENDED;

  /** Of the sign-in page's address. */
  public static final String PARAMETER = "over";

  private static final String COOKIE = "over";
  private static final int SECONDS = 60;

  /** Why this browser's session was over a moment ago, as another of its pages was told. */
  static Optional<SessionEnd> told(HttpServletRequest request) {
    var slug = HostCookie.find(request, COOKIE);
    return Arrays.stream(values()).filter(over -> over.slug().equals(slug)).findFirst();
  }

  /** Whoever signs in has read it. */
  static void forget(HttpServletResponse response) {
    response.addCookie(HostCookie.make(COOKIE, "", 0));
  }

  /** For the browser's other pages, which find no session any more that could say why. */
  void tell(HttpServletResponse response) {
    response.addCookie(HostCookie.make(COOKIE, slug(), SECONDS));
  }

  String address() {
    return "/sign-in.xhtml?" + PARAMETER + "=" + slug();
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
