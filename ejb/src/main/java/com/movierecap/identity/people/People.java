package com.movierecap.identity.people;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.Origin;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Account;
import com.movierecap.identity.Role;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.SignIns;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's people, in the hands of its administrators. */
@Stateless
public class People {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private SignIns signIns;
  @Inject private SecondFactors factors;
  @Inject private Outbox outbox;

  /** What the log keeps of a person. */
  private record Facts(String role, String status) {
    static Facts of(Account account) {
      return new Facts(account.role().slug(), account.status().name().toLowerCase(Locale.ROOT));
    }
  }

  /** Newest first. */
  public Page<Account> list(Page.Request page) {
    var query =
        em.createQuery(
                "select a from Account a"
                    + (page.after() == null ? "" : " where a.id < :after")
                    + " order by a.id desc",
                Account.class)
            .setMaxResults(page.limit() + 1);
    if (page.after() != null) {
      query.setParameter("after", page.after());
    }
    return Page.of(query.getResultList(), page, Account::id);
  }

  /**
   * Gives a person another role, shuts them out or lets them in again; their sign-ins end with what
   * they were allowed.
   *
   * @param role or null to keep it
   * @param status as well
   * @param expected the version that was looked at, or null for any
   * @throws ProblemException where nobody would be left to administer the tenant
   */
  public Account change(
      UUID id, @Nullable Role role, Account.@Nullable Status status, @Nullable Integer expected) {
    Origin.current().mustBeInPerson();
    var administrators = Administrators.locked(em);
    var account = locked(id);
    if (expected != null && expected != account.version()) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
    var before = Facts.of(account);
    if (role != null && role != account.role()) {
      account.become(role);
      administrators.mustRemain(account);
      audit.record(AuditAction.ROLE_CHANGED, account.email(), before, Facts.of(account));
      signIns.endAll(id);
    }
    if (status != null && status != account.status()) {
      set(account, status);
      administrators.mustRemain(account);
    }
    em.flush();
    return account;
  }

  private void set(Account account, Account.Status status) {
    var before = Facts.of(account);
    if (status == Account.Status.ACTIVE) {
      account.enable();
      audit.record(AuditAction.ACCOUNT_ENABLED, account.email(), before, Facts.of(account));
    } else {
      account.disable();
      audit.record(AuditAction.ACCOUNT_DISABLED, account.email(), before, Facts.of(account));
      signIns.endAll(account.id());
    }
  }

  /**
   * Takes away the second factor of somebody who lost it and the recovery codes too; they are told
   * by mail.
   *
   * @param by who does it: nobody does it to themselves, since a code is asked for that
   * @throws ProblemException where there is none
   */
  public void resetFactor(UUID id, UUID by) {
    Origin.current().mustBeInPerson();
    if (id.equals(by)) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
    var account = locked(id);
    factors.takeAway(id);
    signIns.endAll(id);
    var reads =
        Optional.ofNullable(em.find(Account.class, by))
            .map(writer -> writer.language(Language.EN))
            .orElse(Language.EN);
    outbox.add(
        MailKind.SECOND_FACTOR_RESET,
        account.email(),
        account.language(reads),
        null,
        List.of(Origin.current().name()));
  }

  private Account locked(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(ProblemException::notFound);
  }
}
