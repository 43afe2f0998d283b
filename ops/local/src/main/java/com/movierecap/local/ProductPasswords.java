package com.movierecap.local;

import com.movierecap.identity.PasswordHash;

/** Hashes demo passwords as the product does, so that its own sign-in knows them. */
public final class ProductPasswords implements DemoAccounts.Passwords {
  private final PasswordHash hash = new PasswordHash();

  @Override
  public String hash(String password) {
    return hash.hash(password.toCharArray());
  }

  @Override
  public boolean matches(String password, String known) {
    return hash.verify(password.toCharArray(), known);
  }
}
