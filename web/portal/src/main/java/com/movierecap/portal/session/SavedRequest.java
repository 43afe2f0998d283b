package com.movierecap.portal.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page somebody wanted before they were asked to sign in, kept by their browser. */
public final class SavedRequest {
  private static final String COOKIE = "wanted";

  /** What a cookie's value may be made of. */
  private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\",;\\\\]]{1,1000}");

  private SavedRequest() {}

  /** Reads the page and forgets it; the portal's first page where there is none. */
  static String take(HttpServletRequest request, HttpServletResponse response) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    var wanted =
        Arrays.stream(cookies)
            .filter(c -> c.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
    if (wanted != null) {
      add("", 0, request, response);
    }
    return within(request.getContextPath(), wanted);
  }

  /** The page asked for, where it is one. */
  public static void remember(HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals("GET")) {
      var query = request.getQueryString();
      remember(request.getRequestURI() + (query == null ? "" : "?" + query), request, response);
    }
  }

  /**
   * @param page path and query; what is no page of ours is not remembered
   */
  static void remember(
      @Nullable String page, HttpServletRequest request, HttpServletResponse response) {
    if (page != null
        && PLAIN.matcher(page).matches()
        && within(request.getContextPath(), page).equals(page)) {
      add(page, -1, request, response);
    }
  }

  private static void add(
      String page, int seconds, HttpServletRequest request, HttpServletResponse response) {
    var cookie = new Cookie(COOKIE, page);
    cookie.setPath(request.getContextPath() + "/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  public static boolean isThere(HttpServletRequest request) {
    return request.getCookies() != null
        && Arrays.stream(request.getCookies()).anyMatch(c -> c.getName().equals(COOKIE));
  }

  /** Only the path counts, and only a page of the portal: a cookie is anybody's word. */
  static String within(String portal, @Nullable String wanted) {
    var home = portal + "/";
    if (wanted == null) {
      return home;
    }
    // Liberty leaves the host out: http://:9080/portal/film.xhtml?id=1
    int path = wanted.indexOf(home);
    if (path < 0) {
      return home;
    }
    try {
      var page = URI.create(wanted.substring(path)).normalize();
      var query = page.getRawQuery();
      var isPage =
          page.getRawPath().startsWith(home)
              && page.getRawPath().endsWith(".xhtml")
              && !page.getRawPath().endsWith("/sign-in.xhtml");
      return isPage ? page.getRawPath() + (query == null ? "" : "?" + query) : home;
    } catch (IllegalArgumentException e) {
      return home;
    }
  }
}
