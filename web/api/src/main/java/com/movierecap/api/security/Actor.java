package com.movierecap.api.security;

import com.movierecap.access.Origin;
import com.movierecap.identity.session.Impersonation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The operator who holds somebody else's token ({@code act}, RFC 8693 section 4.1). */
public record Actor(UUID account, UUID tenant, String name) {
  static final String CLAIM = "act";

  private static final String ACCOUNT = "sub";
  private static final String TENANT = "tenant_id";
  private static final String NAME = "upn";

  static Map<String, String> claim(Impersonation impersonation) {
    return Map.of(
        ACCOUNT,
        impersonation.operatorId().toString(),
        TENANT,
        impersonation.operatorTenantId().toString(),
        NAME,
        impersonation.operator());
  }

  /** Empty where whoever holds the token is the one it is about. */
  public static Optional<Actor> of(JsonWebToken token) {
    return token
        .<Map<?, ?>>claim(CLAIM)
        .map(
            act ->
                new Actor(
                    UUID.fromString(text(act, ACCOUNT)),
                    UUID.fromString(text(act, TENANT)),
                    text(act, NAME)));
  }

  /** Liberty gives plain text, where MicroProfile JWT speaks of JSON strings, with their quotes. */
  private static String text(Map<?, ?> act, String name) {
    return String.valueOf(act.get(name)).replace("\"", "");
  }

  /**
   * @param somebody the request's place
   * @param person whom the token is about
   */
  public Origin origin(Origin somebody, String person) {
    return somebody.as(account, tenant, name).inPlaceOf(person);
  }
}
