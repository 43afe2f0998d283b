package com.movierecap.identity.factor;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.Origin;
import com.movierecap.identity.Account;
import com.movierecap.identity.SignInRule;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.storage.Seal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The bound tenant's people and the programs that make their codes. */
@Stateless
public class SecondFactors {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private FactorCodes codes;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private Seal seal;

  private final Clock clock = Clock.systemUTC();

  public FactorStatus status(UUID account) {
    var factor = confirmed(account);
    return new FactorStatus(
        isRequired(),
        factor.map(SecondFactor::confirmedAt).orElse(null),
        factor.map(this::recoveryCodesLeft).orElse(0));
  }

  /** Makes a secret, which counts once it is confirmed; an earlier one that was not is gone. */
  public Enrolment begin(UUID account) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    if (confirmed(account).isPresent()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_EXISTS);
    }
    return begun(owner);
  }

  /** As {@link #begin}, for whoever has a factor: it counts until the new one is confirmed. */
  public Enrolment replace(UUID account, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    codes.mustBeRight(owner, confirmed(account).orElseThrow(ProblemException::notFound), otp);
    return begun(owner);
  }

  private Enrolment begun(Account owner) {
    forget(owner.id(), "confirmedAt is null");
    var factor = new SecondFactor(owner.id(), seal, Instant.now(clock));
    em.persist(factor);
    return factor.enrolment(owner, seal);
  }

  /** What was begun and can still be confirmed. */
  public Optional<Enrolment> findBegun(UUID account) {
    Origin.current().mustBeInPerson();
    return open(account).map(factor -> factor.enrolment(em.find(Account.class, account), seal));
  }

  /** Forgets what was begun. */
  public void abandon(UUID account) {
    Origin.current().mustBeInPerson();
    forget(account, "confirmedAt is null");
  }

  /**
   * Makes what was begun the account's second factor.
   *
   * @return recovery codes, never to be seen again
   */
  public List<String> confirm(UUID account, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    var factor = open(account).orElseThrow(ProblemException::notFound);
    codes.mustBeRight(owner, factor, otp);
    forget(account, "confirmedAt is not null");
    em.createQuery("update SecondFactor f set f.confirmedAt = :now where f.id = :id")
        .setParameter("now", Instant.now(clock))
        .setParameter("id", factor.id())
        .executeUpdate();
    var recovery = Stream.generate(RecoveryCode::next).limit(RecoveryCode.COUNT).toList();
    recovery.forEach(code -> em.persist(new RecoveryCode(factor.id(), code)));
    audit.record(AuditAction.SECOND_FACTOR_ENROLLED, owner.email());
    return recovery;
  }

  /**
   * @throws ProblemException where the tenant asks for a factor, or there is none
   */
  public void remove(UUID account, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    var factor = confirmed(account).orElseThrow(ProblemException::notFound);
    if (isRequired()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_STAYS);
    }
    codes.mustBeRight(owner, factor, otp);
    forget(account, "confirmedAt is not null");
    audit.record(AuditAction.SECOND_FACTOR_REMOVED, owner.email());
  }

  /**
   * Takes away the factor of somebody who cannot show it any more.
   *
   * @throws ProblemException where there is none
   */
  public void takeAway(UUID account) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    if (confirmed(account).isEmpty()) {
      throw ProblemException.notFound();
    }
    forget(account, "confirmedAt is null");
    forget(account, "confirmedAt is not null");
    audit.record(AuditAction.SECOND_FACTOR_RESET, owner.email());
  }

  /**
   * Lets an account in whose password was right.
   *
   * @return whether it has a second factor, which then was shown
   * @throws ProblemException where it has one and the code is missing or wrong
   */
  public boolean pass(Account account, @Nullable String otp) {
    var factor = confirmed(account.id());
    factor.ifPresent(known -> codes.mustBeRight(account, known, otp));
    return factor.isPresent();
  }

  /** Whoever changes an account's factors, does it alone. */
  private Account locked(UUID account) {
    return Optional.ofNullable(em.find(Account.class, account, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(ProblemException::notFound);
  }

  private Optional<SecondFactor> confirmed(UUID account) {
    return find(account, "confirmedAt is not null");
  }

  private Optional<SecondFactor> open(UUID account) {
    return find(account, "confirmedAt is null").filter(f -> f.isOpen(Instant.now(clock)));
  }

  private Optional<SecondFactor> find(UUID account, String state) {
    return em.createQuery(
            "select f from SecondFactor f where f.accountId = :account and f." + state,
            SecondFactor.class)
        .setParameter("account", account)
        .getResultStream()
        .findFirst();
  }

  private void forget(UUID account, String state) {
    em.createQuery("delete from SecondFactor f where f.accountId = :account and f." + state)
        .setParameter("account", account)
        .executeUpdate();
  }

  private int recoveryCodesLeft(SecondFactor factor) {
    return em.createQuery(
            "select count(c) from RecoveryCode c where c.factorId = :factor and c.usedAt is null",
            Long.class)
        .setParameter("factor", factor.id())
        .getSingleResult()
        .intValue();
  }

  private boolean isRequired() {
    return em.createQuery("select r from SignInRule r", SignInRule.class)
        .getResultStream()
        .anyMatch(SignInRule::asksForSecondFactor);
  }
}
