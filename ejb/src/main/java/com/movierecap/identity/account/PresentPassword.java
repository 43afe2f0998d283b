package com.movierecap.identity.account;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.storage.RedisAttempts;
import com.movierecap.storage.RedisKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Asks for the password of somebody who is signed in, before what a borrowed session must not do.
 * Whoever types five wrong ones in five minutes waits for as long.
 */
@ApplicationScoped
public class PresentPassword {
  private static final int MOST_TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Inject private Accounts accounts;
  @Inject private RedisAttempts attempts;
  @Inject private AuditService audit;

  /**
   * @throws ProblemException where it is another, or too many were
   */
  void mustBe(Account account, char[] password) {
    var key = RedisKey.ofTenant("password:" + account.id());
    // counted before it is looked at: whoever guesses in parallel has no more tries
    long tries = attempts.take(key, MOST_TRIES, PAUSE);
    if (tries <= MOST_TRIES) {
      if (accounts.isRight(account, password)) {
        attempts.forget(key);
        return;
      }
      audit.refused(AuditAction.PASSWORD_WRONG, account.email());
    }
    throw tries < MOST_TRIES
        ? new ProblemException(ProblemType.PASSWORD_WRONG)
        : new ProblemException(ProblemType.PASSWORD_PAUSED, PAUSE.toMinutes());
  }
}
