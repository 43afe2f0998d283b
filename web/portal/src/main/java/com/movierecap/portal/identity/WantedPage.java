package com.movierecap.portal.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page somebody wanted before they were asked to sign in, as Liberty keeps it in a cookie. */
final class WantedPage {
  private static final String COOKIE = "WASReqURL";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/?&=._-]{1,1000}");

  private WantedPage() {}

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
      var gone = new Cookie(COOKIE, "");
      gone.setPath("/");
      gone.setMaxAge(0);
      response.addCookie(gone);
    }
    return within(request.getContextPath(), wanted);
  }

  /**
   * Remembers a page, as Liberty would if nobody were signed in.
   *
   * @param page path and query; nothing is remembered where it is none of ours, or no plain one
   */
  static void remember(
      @Nullable String page, HttpServletRequest request, HttpServletResponse response) {
    if (page == null || !PLAIN.matcher(page).matches()) {
      return;
    }
    var wanted =
        new Cookie(
            COOKIE,
            request.getScheme()
                + "://:"
                + request.getServerPort()
                + within(request.getContextPath(), page));
    wanted.setPath("/");
    wanted.setHttpOnly(true);
    wanted.setSecure(request.isSecure());
    wanted.setAttribute("SameSite", "Lax");
    response.addCookie(wanted);
  }

  static boolean isThere(HttpServletRequest request) {
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
