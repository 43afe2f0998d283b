package com.movierecap.portal.session;

import java.util.Locale;

/** Why a session is over. */
public enum Over {
  /** Nobody did anything for too long. */
  IDLE,
  /** It lasted as long as any may. */
  LONGEST,
  /** Its owner ended it from elsewhere, or may no longer do what it was begun for. */
  ENDED;

  /** Of the sign-in page's address. */
  public static final String PARAMETER = "over";

  String address() {
    return "/sign-in.xhtml?" + PARAMETER + "=" + slug();
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
