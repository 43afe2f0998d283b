package com.movierecap.identity;

/**
 * A sign-in and the only copy of its newest refresh token.
 *
 * @param refreshToken opaque; we keep its hash alone
 */
public record Session(SignIn signIn, String refreshToken) {
  public Account account() {
    return signIn.account();
  }
}
