package com.movierecap.identity;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Compares passwords with the hashes that are kept. Each takes a while and waits for its turn, so
 * no transaction, and none of the few connections, is held meanwhile.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class Passwords {
  /** One for all: each makes a hash to begin with. */
  static final PasswordHash PASSWORDS = new PasswordHash();

  private static final int LOCKS = 64;

  /**
   * One person's passwords are looked at in turn: otherwise as many right ones at once, as programs
   * send them, would be taken for guesses.
   */
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

  @Inject private Accounts accounts;
  @Inject private AttemptLimiter limiter;
  @Inject private AuditService audit;

  /**
   * Who of the bound tenant's people has this address and this password, looked at as often as
   * {@link AttemptLimiter} allows.
   *
   * @throws ProblemException where there is nobody, the password is another, the account is
   *     disabled, too many were wrong, or the tenant's people come in by its provider only
   */
  public Account prove(String email, char[] password) {
    var lock = lock(email);
    lock.lock();
    try {
      return limiter
          .prove(
              AttemptKind.PASSWORD,
              email,
              () -> find(email, password),
              () -> audit.refused(AuditAction.SIGN_IN, EmailAddress.shown(email)))
          .orElseThrow(() -> new ProblemException(ProblemType.WRONG_CREDENTIALS));
    } finally {
      lock.unlock();
    }
  }

  /** The same work is done where there is no such account, or one without a password. */
  private Optional<Account> find(String email, char[] password) {
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

  private Lock lock(String email) {
    int person = Objects.hash(CallContext.requiredTenant(), email.strip().toLowerCase(Locale.ROOT));
    return locks[Math.floorMod(person, LOCKS)];
  }
}
