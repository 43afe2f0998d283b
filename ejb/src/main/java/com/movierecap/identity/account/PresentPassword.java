package com.movierecap.identity.account;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.Guesses;
import com.movierecap.identity.Tried;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Asks for the password of somebody who is signed in, before what a borrowed session must not do.
 */
@ApplicationScoped
public class PresentPassword {
  @Inject private Accounts accounts;
  @Inject private Guesses guesses;
  @Inject private AuditService audit;

  /**
   * @throws ProblemException where it is another, or too many were
   */
  void mustBe(Account account, char[] password) {
    guesses.prove(
        Tried.PRESENT_PASSWORD,
        account.email(),
        () -> Optional.of(account).filter(own -> accounts.isRight(own, password)),
        () -> {
          audit.refused(AuditAction.PASSWORD_WRONG, account.email());
          return new ProblemException(ProblemType.PASSWORD_WRONG);
        });
  }
}
