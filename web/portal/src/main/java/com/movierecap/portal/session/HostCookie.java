package com.movierecap.portal.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that opens something, named and marked as server.xml says of the container's own: in
 * production no other host of the domain can write it, and nothing but TLS carries it.
 */
public final class HostCookie {
  private HostCookie() {}

  public static String name(String name) {
    return ConfigProvider.getConfig().getValue("RECAP_COOKIE_PREFIX", String.class) + name;
  }

  /**
   * What the browser shows under that name, or null.
   *
   * @param name without the prefix
   */
  public static @Nullable String find(HttpServletRequest request, String name) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    var whole = name(name);
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(whole))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /**
   * @param name without the prefix
   * @param seconds until the browser forgets it, at once where it is 0
   */
  public static Cookie make(String name, String value, int seconds) {
    var cookie = new Cookie(name(name), value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(ConfigProvider.getConfig().getValue("RECAP_COOKIE_SECURE", boolean.class));
    // it must come along when somebody follows a link to us, as from a mail or a provider
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
