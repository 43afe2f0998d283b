package com.movierecap.portal.signin;

import com.movierecap.identity.factor.RememberedDevice;
import com.movierecap.portal.session.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a remembered device holds: one for each account, since people share browsers. */
public final class DeviceCookie {
  private DeviceCookie() {}

  private static String name(UUID account) {
    return "device-" + account.toString().replace("-", "");
  }

  public static void give(HttpServletResponse response, UUID account, String token) {
    response.addCookie(
        HostCookie.make(name(account), token, (int) RememberedDevice.LIFE.toSeconds()));
  }

  public static @Nullable String of(HttpServletRequest request, UUID account) {
    return HostCookie.find(request, name(account));
  }
}
