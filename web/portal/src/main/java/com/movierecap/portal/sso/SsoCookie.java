package com.movierecap.portal.sso;

import com.movierecap.identity.sso.PendingAuthorizations;
import com.movierecap.portal.session.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a browser holds while it is at the provider, so that nobody can finish in it what they began
 * in theirs.
 */
final class SsoCookie {
  private static final String NAME = "sso";

  private SsoCookie() {}

  static void give(HttpServletResponse response, String secret) {
    response.addCookie(HostCookie.make(NAME, secret, (int) PendingAuthorizations.LIFE.toSeconds()));
  }

  /** Reads it and makes the browser forget it. */
  static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
    var secret = HostCookie.find(request, NAME);
    response.addCookie(HostCookie.make(NAME, "", 0));
    return secret;
  }
}
