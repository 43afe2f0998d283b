package com.movierecap.identity.factor;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.storage.RedisAttempts;
import com.movierecap.storage.RedisKey;
import com.movierecap.storage.Seal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks at codes that people type: each lets in once, and whoever types five wrong ones in five
 * minutes waits for as long.
 */
@Stateless
public class FactorCodes {
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

  /**
   * @throws ProblemException where it is not, or too many were not
   */
  public void mustBeRight(Account account, SecondFactor factor, @Nullable String otp) {
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
      audit.refused(account.origin(), AuditAction.SECOND_FACTOR_WRONG, account.email());
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
      audit.record(account.origin(), AuditAction.RECOVERY_CODE_USED, account.email());
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
}
