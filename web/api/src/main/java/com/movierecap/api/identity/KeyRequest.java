package com.movierecap.api.identity;

import com.movierecap.identity.key.KeyHolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came with an API key: to JAX-RS its principal is the key's holder and its roles
 * are the key's, as if the container had read a token.
 */
public class KeyRequest extends HttpServletRequestWrapper {
  /**
   * Where the key is sent. The container takes any other bearer than a token of ours for broken.
   */
  public static final String HEADER = "X-API-Key";

  private static final String HOLDER = KeyHolder.class.getName();

  private final KeyHolder holder;

  public KeyRequest(HttpServletRequest request, KeyHolder holder) {
    super(request);
    this.holder = holder;
    // CDI hands out the request as it was before
    request.setAttribute(HOLDER, holder);
  }

  static Optional<KeyHolder> holderOf(HttpServletRequest request) {
    return request.getAttribute(HOLDER) instanceof KeyHolder known
        ? Optional.of(known)
        : Optional.empty();
  }

  @Override
  public Principal getUserPrincipal() {
    return holder;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return holder.getName();
  }

  @Override
  public boolean isUserInRole(String role) {
    return holder.groups().contains(role);
  }
}
