package com.movierecap.identity.session;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.Secret;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people of the bound tenant in, and turns their refresh tokens over. */
@Stateless
public class SignIns {
  private static final int MAX_EMAIL_LENGTH = 254;

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private Accounts accounts;
  @Inject private SecondFactors factors;
  private final Clock clock = Clock.systemUTC();

  /**
   * The first half of signing in: the same work is done where there is no such account.
   *
   * @throws ProblemException where address or password is wrong
   */
  public Account recognise(String email, char[] password) {
    return accounts
        .prove(email, password)
        .orElseThrow(
            () -> {
              audit.refused(AuditAction.SIGN_IN, shortened(email));
              return new ProblemException(ProblemType.WRONG_CREDENTIALS);
            });
  }

  /**
   * The second half, for whoever was recognised a moment ago.
   *
   * @param otp a code of the second factor, or one for recovery, where the account has a factor
   * @throws ProblemException where it has one and the code is missing or wrong
   */
  public Entrance enter(UUID id, @Nullable String otp) {
    var account = accounts.get(id);
    if (!account.mayCome()) {
      throw new ProblemException(ProblemType.WRONG_CREDENTIALS);
    }
    var factored = factors.pass(account, otp);
    audit.record(account.origin(), AuditAction.SIGN_IN, account.email());
    return new Entrance(account, factored);
  }

  /**
   * Both halves at once.
   *
   * @throws ProblemException where address, password or code is wrong
   */
  public Session signIn(String email, char[] password, @Nullable String otp) {
    var entrance = enter(recognise(email, password).id(), otp);
    var now = Instant.now(clock);
    var signIn = new SignIn(entrance.account(), entrance.factored(), now);
    em.persist(signIn);
    return issue(signIn, standing(signIn), now);
  }

  /**
   * @param factored whether the sign-in showed a second factor
   */
  public Standing standing(UUID account, boolean factored) {
    return Standing.of(factors.status(account), factored);
  }

  /**
   * As {@link SecondFactors#confirm}. From here on the sign-in counts as one with a second factor,
   * and every other that began without is over.
   */
  public List<String> confirmFactor(UUID account, UUID signIn, @Nullable String otp) {
    var codes = factors.confirm(account, otp);
    Optional.ofNullable(em.find(SignIn.class, signIn)).ifPresent(SignIn::showedFactor);
    return codes;
  }

  /**
   * Takes a refresh token and gives the next. A token that was used before ends its whole family.
   * What the sign-in may do is judged anew each time: the tenant may ask for a second factor by
   * now, and the account may have one that the sign-in never showed.
   *
   * @return empty where the token is unknown, used, expired or revoked
   */
  public Optional<Session> refresh(String refreshToken) {
    var now = Instant.now(clock);
    var token = findToken(refreshToken);
    if (token.isEmpty() || !token.get().isAlive(now)) {
      return Optional.empty();
    }
    // one statement decides between parallel uses of the same token
    int taken =
        em.createQuery(
                "update RefreshToken t set t.usedAt = :now where t.id = :id and t.usedAt is null")
            .setParameter("now", now)
            .setParameter("id", token.get().id())
            .executeUpdate();
    var signIn = token.get().signIn();
    var standing = standing(signIn);
    if (taken == 0 || standing == Standing.ENDED) {
      signIn.revoke(now);
      return Optional.empty();
    }
    return Optional.of(issue(signIn, standing, now));
  }

  /** Ends the sign-in that the token belongs to; an unknown token is no error. */
  public void signOut(String refreshToken) {
    findToken(refreshToken)
        .ifPresent(
            token -> {
              var account = token.signIn().account();
              token.signIn().revoke(Instant.now(clock));
              audit.record(account.origin(), AuditAction.SIGN_OUT, account.email());
            });
  }

  /** Ends all sign-ins of an account: its owner signs in anew, if they may. */
  public void endAll(UUID account) {
    endOthers(account, null);
  }

  /**
   * As {@link #endAll}, but for one.
   *
   * @param kept the sign-in that goes on, or null
   */
  public void endOthers(UUID account, @Nullable UUID kept) {
    var now = Instant.now(clock);
    em.createQuery(
            "select s from SignIn s where s.account.id = :account and s.revokedAt is null",
            SignIn.class)
        .setParameter("account", account)
        .getResultStream()
        .filter(signIn -> !signIn.id().equals(kept))
        .forEach(signIn -> signIn.revoke(now));
  }

  private Optional<RefreshToken> findToken(String token) {
    List<RefreshToken> found =
        em.createQuery("select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
            .setParameter("hash", Secret.hash(token))
            .getResultList();
    return found.stream().findFirst();
  }

  private Standing standing(SignIn signIn) {
    return standing(signIn.account().id(), signIn.factored());
  }

  private Session issue(SignIn signIn, Standing standing, Instant now) {
    var token = Secret.next();
    em.persist(new RefreshToken(signIn, token, now));
    return new Session(signIn, token, standing == Standing.ENROLLING);
  }

  private static String shortened(String email) {
    var plain = email.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > MAX_EMAIL_LENGTH ? plain.substring(0, MAX_EMAIL_LENGTH) : plain;
  }
}
