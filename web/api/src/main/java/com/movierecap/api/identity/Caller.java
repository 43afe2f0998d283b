package com.movierecap.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who holds the token. */
@RequestScoped
public class Caller {
  @Inject private JsonWebToken token;

  /** The account's id. */
  public UUID id() {
    return UUID.fromString(token.getSubject());
  }

  /** The id of the sign-in that the token came from. */
  public UUID signIn() {
    return UUID.fromString(token.<String>getClaim("sid"));
  }
}
