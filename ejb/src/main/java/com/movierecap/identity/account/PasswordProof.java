package com.movierecap.identity.account;

import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;

/** That somebody has just shown their password; only {@link PresentPassword} makes one. */
public final class PasswordProof {
  private final Account asShown;

  PasswordProof(Account asShown) {
    this.asShown = asShown;
  }

  /**
   * Whose it is, in the caller's transaction.
   *
   * @throws ProblemException where the password was changed since
   */
  Account owner(Accounts accounts) {
    var now = accounts.get(asShown.id());
    if (!now.hasSamePassword(asShown)) {
      throw new ProblemException(ProblemType.PASSWORD_WRONG);
    }
    return now;
  }
}
