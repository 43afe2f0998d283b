package com.movierecap.api.security;

import com.movierecap.idempotency.IdempotencyKey;
import com.movierecap.identity.key.ApiKeyPrincipal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who holds the token or the key. */
@RequestScoped
public class Caller {
  @Inject private JsonWebToken token;
  @Inject private HttpServletRequest request;

  /** The account's id. */
  public UUID id() {
    return ApiKeyFilter.holder(request)
        .map(ApiKeyPrincipal::account)
        .orElseGet(() -> UUID.fromString(token.getSubject()));
  }

  /**
   * The caller's name for a request.
   *
   * @param header {@code Idempotency-Key}, or null
   */
  public @Nullable IdempotencyKey key(@Nullable String header) {
    return IdempotencyKey.of(id(), header);
  }

  /** The id of the sign-in that the token came from; {@link PeopleOnly} sees to it that one did. */
  public UUID signIn() {
    return UUID.fromString(token.<String>getClaim("sid"));
  }
}
