package com.movierecap.identity.factor;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.identity.Account;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.TenantService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the bound tenant's people prove themselves beyond their passwords, and the programs that make
 * their codes.
 */
@Stateless
@AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
public class SecondFactors {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private FactorCodes codes;
  @Inject private RecoveryCodes recovery;
  @Inject private RememberedDevices devices;
  @Inject private TenantService tenants;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private SecretCipher seal;

  @Inject private Clock clock;

  public FactorStatus status(UUID account) {
    var since = confirmed(account).map(SecondFactor::confirmedAt).orElse(null);
    int passkeys = passkeys(account);
    // asked for with each look at a session: who has no factor has no codes to count
    int left = since == null && passkeys == 0 ? 0 : recovery.left(account);
    return new FactorStatus(tenants.asksForSecondFactor(), since, passkeys, left);
  }

  /** Which of these accounts have a second factor: asked for all of them at once. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public Set<UUID> enrolled(Collection<UUID> accounts) {
    if (accounts.isEmpty()) {
      return Set.of();
    }
    return Stream.of(
            "select f.accountId from SecondFactor f where f.confirmedAt is not null and f.accountId"
                + " in :accounts",
            "select p.accountId from Passkey p where p.accountId in :accounts")
        .flatMap(
            query ->
                em.createQuery(query, UUID.class)
                    .setParameter("accounts", accounts)
                    .getResultStream())
        .collect(Collectors.toSet());
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
    update(SecondFactor.FORGET_BEGUN, owner.id());
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
    update(SecondFactor.FORGET_BEGUN, account);
  }

  /**
   * Makes what was begun the account's second factor.
   *
   * @return recovery codes, never to be seen again
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public List<String> confirm(UUID account, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    var factor = open(account).orElseThrow(ProblemException::notFound);
    codes.mustBeRight(owner, factor, otp);
    update(SecondFactor.FORGET_CONFIRMED, account);
    em.createQuery("update SecondFactor f set f.confirmedAt = :now where f.id = :id")
        .setParameter("now", Instant.now(clock))
        .setParameter("id", factor.id())
        .executeUpdate();
    var kept = recovery.renew(account);
    devices.forgetAll(account);
    audit.record(AuditAction.SECOND_FACTOR_ENROLLED, owner.email());
    return kept;
  }

  /**
   * @throws ProblemException where the tenant asks for a factor and it is the last, or there is
   *     none
   */
  public void remove(UUID account, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    var factor = confirmed(account).orElseThrow(ProblemException::notFound);
    mustSpareOne(account);
    codes.mustBeRight(owner, factor, otp);
    update(SecondFactor.FORGET_CONFIRMED, account);
    fewer(account);
    audit.record(AuditAction.SECOND_FACTOR_REMOVED, owner.email());
  }

  /**
   * Takes away all factors of somebody who cannot show them any more.
   *
   * @throws ProblemException where there is none
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void takeAway(UUID account) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    if (!status(account).isEnrolled()) {
      throw ProblemException.notFound();
    }
    update(SecondFactor.FORGET_BEGUN, account);
    update(SecondFactor.FORGET_CONFIRMED, account);
    em.createQuery("delete from Passkey p where p.accountId = :account")
        .setParameter("account", account)
        .executeUpdate();
    fewer(account);
    audit.record(AuditAction.SECOND_FACTOR_RESET, owner.email());
  }

  /** How an account's owner can show a second factor; empty where there is none. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public Optional<FactorMethods> methods(UUID account) {
    var hosts =
        em.createQuery(
                "select distinct p.host from Passkey p where p.accountId = :account", String.class)
            .setParameter("account", account)
            .getResultList();
    var methods = new FactorMethods(confirmed(account).isPresent(), Set.copyOf(hosts));
    return Optional.of(methods).filter(FactorMethods::isAny);
  }

  /**
   * Looks at a code that is shown to sign in.
   *
   * @return whether it is a right one of the account's program, or one of its recovery codes
   * @throws ProblemException where too many were wrong
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public boolean prove(Account account, String otp) {
    return codes.prove(account, confirmed(account.id()).orElse(null), otp);
  }

  /**
   * @return recovery codes, never to be seen again; none where the account has some already
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public List<String> recoveryCodesFor(UUID account) {
    Origin.current().mustBeInPerson();
    return recovery.left(account) > 0 ? List.of() : recovery.renew(account);
  }

  /**
   * @throws ProblemException where the tenant asks for a factor and the account has no other
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void mustSpareOne(UUID account) {
    if (!status(account).canSpareOne()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_MANDATORY);
    }
  }

  /** After a factor has gone: what stood in for it is worth nothing where none is left. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void fewer(UUID account) {
    devices.forgetAll(account);
    if (!status(account).isEnrolled()) {
      recovery.forget(account);
    }
  }

  /** Whoever changes an account's factors, does it alone. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public Account locked(UUID account) {
    return Optional.ofNullable(em.find(Account.class, account, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(ProblemException::notFound);
  }

  private Optional<SecondFactor> confirmed(UUID account) {
    return find(SecondFactor.CONFIRMED, account);
  }

  private Optional<SecondFactor> open(UUID account) {
    return find(SecondFactor.BEGUN, account).filter(f -> f.isOpen(Instant.now(clock)));
  }

  private Optional<SecondFactor> find(String query, UUID account) {
    return em.createNamedQuery(query, SecondFactor.class)
        .setParameter("account", account)
        .getResultStream()
        .findFirst();
  }

  private void update(String query, UUID account) {
    em.createNamedQuery(query).setParameter("account", account).executeUpdate();
  }

  private int passkeys(UUID account) {
    return em.createQuery("select count(p) from Passkey p where p.accountId = :account", Long.class)
        .setParameter("account", account)
        .getSingleResult()
        .intValue();
  }
}
