package com.movierecap.identity.session;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators see what one of the bound tenant's people sees, and do what they may do, but for
 * what proves who that person is. The tenant finds all of it in its own log.
 */
@Stateless
@AllowedTo(Role.OPERATE)
public class Impersonations {
  @Inject private Accounts accounts;
  @Inject private AuditService audit;

  /** What the log keeps. */
  private record Facts(String reason, long minutes) {}

  /**
   * Asked by an operator's request, which stands in the thread's origin.
   *
   * @param email whose place it is
   * @param reason why, in 10 to 500 characters
   * @param signIn the operator's own
   * @throws ProblemException where the reason says nothing, or the tenant is the operator's own or
   *     has nobody of that address who may come in
   */
  public SignedIn begin(String email, @Nullable String reason, UUID signIn) {
    var operator = Origin.current();
    if (CallContext.requiredTenant().equals(operator.tenant())) {
      throw ProblemException.notFound();
    }
    var impersonation = new Impersonation(operator, signIn, reason);
    var account =
        accounts
            .find(email)
            .filter(Account::mayCome)
            .orElseThrow(() -> new ProblemException(ProblemType.ACCOUNT_NOT_FOUND));
    audit.record(
        AuditAction.IMPERSONATION_BEGUN,
        account.email(),
        null,
        new Facts(impersonation.reason(), Impersonation.LONGEST.toMinutes()));
    return new SignedIn(account, false, impersonation);
  }
}
