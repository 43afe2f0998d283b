package com.movierecap.identity;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.Origin;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.TenantContext;
import com.movierecap.storage.RedisAttempts;
import com.movierecap.storage.RedisKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
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
  private static final int MOST_TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private RedisAttempts attempts;

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

  /**
   * @param factored whether the sign-in showed a second factor
   */
  public Standing standing(UUID account, boolean factored) {
    if (confirmed(account).isPresent()) {
      return factored ? Standing.FULL : Standing.ENDED;
    }
    return isRequired() ? Standing.ENROLLING : Standing.FULL;
  }

  /** Makes a secret, which counts once it is confirmed; an earlier one that was not is gone. */
  public Enrolment begin(UUID account) {
    var owner = locked(account);
    if (confirmed(account).isPresent()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_EXISTS);
    }
    return begun(owner);
  }

  /** As {@link #begin}, for whoever has a factor: it counts until the new one is confirmed. */
  public Enrolment replace(UUID account, @Nullable String otp) {
    var owner = locked(account);
    mustShow(owner, confirmed(account).orElseThrow(ProblemException::notFound), otp);
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
    return open(account).map(factor -> factor.enrolment(em.find(Account.class, account), seal));
  }

  /** Forgets what was begun. */
  public void abandon(UUID account) {
    forget(account, "confirmedAt is null");
  }

  /**
   * Makes what was begun the account's second factor. From here on the sign-in counts as one with a
   * second factor, and every other that began without is over.
   *
   * @param signIn of whoever confirms; null where there is none, as in the portal
   * @return recovery codes, never to be seen again
   */
  public List<String> confirm(UUID account, @Nullable UUID signIn, @Nullable String otp) {
    var owner = locked(account);
    var factor = open(account).orElseThrow(ProblemException::notFound);
    mustShow(owner, factor, otp);
    forget(account, "confirmedAt is not null");
    em.createQuery("update SecondFactor f set f.confirmedAt = :now where f.id = :id")
        .setParameter("now", Instant.now(clock))
        .setParameter("id", factor.id())
        .executeUpdate();
    var codes = Stream.generate(RecoveryCode::next).limit(RecoveryCode.COUNT).toList();
    codes.forEach(code -> em.persist(new RecoveryCode(factor.id(), code)));
    if (signIn != null) {
      Optional.ofNullable(em.find(SignIn.class, signIn)).ifPresent(SignIn::showedFactor);
    }
    audit.record(AuditAction.SECOND_FACTOR_ENROLLED, owner.email());
    return codes;
  }

  /**
   * @throws ProblemException where the tenant asks for a factor, or there is none
   */
  public void remove(UUID account, @Nullable String otp) {
    var owner = locked(account);
    var factor = confirmed(account).orElseThrow(ProblemException::notFound);
    if (isRequired()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_STAYS);
    }
    mustShow(owner, factor, otp);
    forget(account, "confirmedAt is not null");
    audit.record(AuditAction.SECOND_FACTOR_REMOVED, owner.email());
  }

  /**
   * Lets an account in whose password was right.
   *
   * @return whether it has a second factor, which then was shown
   * @throws ProblemException where it has one and the code is missing or wrong
   */
  public boolean pass(Account account, @Nullable String otp) {
    var factor = confirmed(account.id());
    factor.ifPresent(known -> mustShow(account, known, otp));
    return factor.isPresent();
  }

  private void mustShow(Account account, SecondFactor factor, @Nullable String otp) {
    if (otp == null || otp.isBlank()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_REQUIRED);
    }
    // counted before it is looked at: whoever guesses in parallel has no more tries
    var key = RedisKey.ofTenant("factor:" + account.id());
    long tries = attempts.take(key, MOST_TRIES, PAUSE);
    if (tries <= MOST_TRIES) {
      if (isRight(account, factor, otp)) {
        attempts.forget(key);
        return;
      }
      audit.refused(origin(account), AuditAction.SECOND_FACTOR_WRONG, account.email());
    }
    throw tries < MOST_TRIES
        ? new ProblemException(ProblemType.SECOND_FACTOR_WRONG)
        : new ProblemException(ProblemType.SECOND_FACTOR_PAUSED, PAUSE.toMinutes());
  }

  /** One statement decides between parallel uses of the same code. */
  private boolean isRight(Account account, SecondFactor factor, String otp) {
    var now = Instant.now(clock);
    var typed = digitsAsWeWriteThem(otp);
    if (Totp.isMeant(typed)) {
      var step = factor.step(typed, seal, now);
      return step.isPresent()
          && em.createQuery(
                      "update SecondFactor f set f.lastStep = :step where f.id = :id and"
                          + " f.lastStep < :step")
                  .setParameter("step", step.getAsLong())
                  .setParameter("id", factor.id())
                  .executeUpdate()
              == 1;
    }
    int used =
        em.createQuery(
                "update RecoveryCode c set c.usedAt = :now where c.factorId = :factor and"
                    + " c.codeHash = :hash and c.usedAt is null")
            .setParameter("now", now)
            .setParameter("factor", factor.id())
            .setParameter("hash", RecoveryCode.hash(typed))
            .executeUpdate();
    if (used == 1) {
      audit.record(origin(account), AuditAction.RECOVERY_CODE_USED, account.email());
    }
    return used == 1;
  }

  /** Without blanks, and in whichever digits a keyboard has: ٣ is 3. */
  private static String digitsAsWeWriteThem(String otp) {
    var plain = new StringBuilder();
    otp.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(
            c ->
                plain.appendCodePoint(
                    Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                        ? '0' + Character.digit(c, 10)
                        : c));
    return plain.toString();
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

  private static Origin origin(Account account) {
    return Origin.current().as(account.id(), TenantContext.required(), account.email());
  }
}
