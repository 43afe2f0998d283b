package com.movierecap.identity.session;

import com.movierecap.identity.Account;
import java.util.Set;

/**
 * A sign-in and the only copy of its newest refresh token.
 *
 * @param refreshToken opaque; we keep its hash alone
 * @param access what it may do now
 */
public record Session(SignIn signIn, String refreshToken, SessionAccess access) {
  public Account account() {
    return signIn.account();
  }

  /** As in the token. */
  public Set<String> groups() {
    return access.groups(account().role());
  }
}
