package com.movierecap.portal.session;

import jakarta.servlet.http.HttpServletRequest;

/** A form that is none of Faces'. */
public final class SameOriginCheck {
  private SameOriginCheck() {}

  /** A form on another site may do nothing for our reader. */
  public static boolean isOurs(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    return site == null || site.equals("same-origin") || site.equals("none");
  }
}
