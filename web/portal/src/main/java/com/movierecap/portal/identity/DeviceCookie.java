package com.movierecap.portal.identity;

import com.movierecap.identity.factor.RememberedDevice;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a remembered device holds: one for each account, since people share browsers. Under TLS its
 * name keeps other hosts of the domain from writing it.
 */
final class DeviceCookie {
  private DeviceCookie() {}

  private static String name(HttpServletRequest request, UUID account) {
    var name = "device-" + account.toString().replace("-", "");
    return request.isSecure() ? "__Host-" + name : name;
  }

  static void give(
      HttpServletRequest request, HttpServletResponse response, UUID account, String token) {
    var cookie = new Cookie(name(request, account), token);
    cookie.setPath("/");
    cookie.setMaxAge((int) RememberedDevice.LIFE.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  static @Nullable String of(HttpServletRequest request, UUID account) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    var name = name(request, account);
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }
}
