package com.movierecap.portal.identity;

import com.movierecap.identity.sso.Attempts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a browser holds while it is at the provider, so that nobody can finish in it what they began
 * in theirs. Under TLS its name keeps other hosts of the domain from writing it.
 */
final class SsoCookie {
  private SsoCookie() {}

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-sso" : "sso";
  }

  static void give(HttpServletRequest request, HttpServletResponse response, String secret) {
    add(request, response, secret, (int) Attempts.LIFE.toSeconds());
  }

  /** Reads it and makes the browser forget it. */
  static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    var name = name(request);
    var secret =
        Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
    add(request, response, "", 0);
    return secret;
  }

  private static void add(
      HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
    var cookie = new Cookie(name(request), value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    // it must come along when the provider sends the browser back
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
