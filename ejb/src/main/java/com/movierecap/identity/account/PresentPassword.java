package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.Passwords;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks for the password of somebody who is signed in, before what a borrowed session must not do.
 */
@ApplicationScoped
@AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
public class PresentPassword {
  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private AttemptLimiter limiter;
  @Inject private AuditService audit;

  /**
   * @return what shows that it was right
   * @throws ProblemException where it is another, or too many were
   */
  public PasswordProof prove(UUID id, char[] password) {
    Origin.current().mustBeInPerson();
    var account = accounts.get(id);
    return limiter
        .prove(
            AttemptKind.PRESENT_PASSWORD,
            account.email(),
            () ->
                Optional.of(account)
                    .filter(own -> passwords.isRight(own, password))
                    .map(PasswordProof::new),
            () -> audit.refused(AuditAction.PASSWORD_WRONG, account.email()))
        .orElseThrow(() -> new ProblemException(ProblemType.PASSWORD_WRONG));
  }
}
