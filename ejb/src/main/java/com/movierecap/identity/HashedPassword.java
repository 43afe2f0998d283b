package com.movierecap.identity;

import com.movierecap.kernel.ProblemException;
import java.util.List;

/** A password that somebody has chosen, hashed before any transaction begins. */
public final class HashedPassword {
  private final char[] text;
  private final String hash;

  private HashedPassword(char[] text, String hash) {
    this.text = text;
    this.hash = hash;
  }

  /**
   * @throws ProblemException where nobody may choose it
   */
  public static HashedPassword of(char[] password) {
    PasswordRule.mustHold(password, List.of());
    return new HashedPassword(password, Passwords.PASSWORDS.hash(password));
  }

  /**
   * @throws ProblemException where its owner is called so
   */
  void mustSuit(String email, String displayName) {
    PasswordRule.mustHold(text, List.of(email, displayName));
  }

  String hash() {
    return hash;
  }
}
