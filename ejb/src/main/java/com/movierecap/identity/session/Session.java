package com.movierecap.identity.session;

import com.movierecap.identity.Account;
import com.movierecap.identity.Role;
import java.util.Set;

/**
 * A sign-in and the only copy of its newest refresh token.
 *
 * @param refreshToken opaque; we keep its hash alone
 * @param enrolling whether nothing is open to it until there is a second factor
 */
public record Session(SignIn signIn, String refreshToken, boolean enrolling) {
  public Account account() {
    return signIn.account();
  }

  /** As in the token. */
  public Set<String> groups() {
    return enrolling ? Set.of(Role.ENROL) : account().role().groups();
  }
}
