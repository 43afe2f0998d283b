package com.movierecap.identity;

import com.movierecap.access.OpenTo;
import com.movierecap.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Compares passwords with the hashes that are kept. Each takes a while and waits for its turn, so
 * no transaction, and none of the few connections, is held meanwhile.
 */
@ApplicationScoped
@OpenTo(OpenTo.OWN_WORK)
public class Passwords {
  /** One for all: each makes a hash to begin with. */
  static final PasswordHash PASSWORDS = new PasswordHash();

  @Inject private Accounts accounts;

  /**
   * Who has this address and this password; the same work is done where there is no such account,
   * or one without a password.
   *
   * @return empty where there is nobody, the password is another, or the account is disabled
   * @throws ProblemException where the tenant's people come in by its provider only
   */
  public Optional<Account> prove(String email, char[] password) {
    if (PasswordRule.isTooLong(password)) {
      return Optional.empty();
    }
    var account = accounts.findToProve(email);
    if (account.map(Account::passwordHash).isEmpty()) {
      PASSWORDS.verifyNobody(password);
      return Optional.empty();
    }
    var proven = account.filter(known -> isRight(known, password) && known.mayCome());
    proven.ifPresent(known -> strengthen(known, password));
    return proven;
  }

  /** Whether the account's password is that one. */
  public boolean isRight(Account account, char[] password) {
    var hash = account.passwordHash();
    return hash != null && !PasswordRule.isTooLong(password) && PASSWORDS.verify(password, hash);
  }

  private void strengthen(Account account, char[] password) {
    var hash = account.passwordHash();
    if (hash != null && PASSWORDS.isOutgrown(hash)) {
      accounts.strengthen(account.id(), hash, PASSWORDS.hash(password));
    }
  }
}
