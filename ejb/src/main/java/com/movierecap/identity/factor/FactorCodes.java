package com.movierecap.identity.factor;

import com.movierecap.access.AllowedTo;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.identity.Account;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks at codes that people type, as often as {@link AttemptLimiter} allows: each lets in once.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class FactorCodes {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private AttemptLimiter limiter;
  @Inject private RecoveryCodes recovery;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private SecretCipher seal;

  @Inject private Clock clock;

  /**
   * @param factor null where the account has none that makes codes: then one for recovery is meant
   * @throws ProblemException where it is not, or too many were not
   */
  public void mustBeRight(Account account, @Nullable SecondFactor factor, @Nullable String otp) {
    if (otp == null || otp.isBlank()) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_REQUIRED);
    }
    if (!prove(account, factor, otp)) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_WRONG);
    }
  }

  /**
   * @param factor as in {@link #mustBeRight}
   * @return whether it is right, and was not used before
   * @throws ProblemException where too many were wrong
   */
  public boolean prove(Account account, @Nullable SecondFactor factor, String otp) {
    return limiter
        .prove(
            AttemptKind.CODE,
            account.email(),
            () -> isRight(account, factor, otp) ? Optional.of(account) : Optional.empty(),
            () -> audit.refused(account.origin(), AuditAction.SECOND_FACTOR_WRONG, account.email()))
        .isPresent();
  }

  /** One statement decides between parallel uses of the same code. */
  private boolean isRight(Account account, @Nullable SecondFactor factor, String otp) {
    var now = Instant.now(clock);
    var typed = digitsAsWeWriteThem(otp);
    if (factor != null && Totp.isMeant(typed)) {
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
    var used = recovery.use(account.id(), typed, now);
    if (used) {
      audit.record(account.origin(), AuditAction.RECOVERY_CODE_USED, account.email());
    }
    return used;
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
