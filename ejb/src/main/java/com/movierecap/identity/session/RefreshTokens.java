package com.movierecap.identity.session;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By what programs of the bound tenant's people stay signed in: one token after the other. */
@Stateless
@AllowedTo(AllowedTo.EVERYBODY)
public class RefreshTokens {
  /** How long an answer may be asked for again. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Sessions sessions;
  @Inject private SessionLimits limits;
  @Inject private AttemptLimiter limiter;
  @Inject private AuditService audit;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private SecretCipher seal;

  @Inject private Clock clock;

  /** Begins the session of somebody who has signed in, with its first token. */
  public Session issue(SignedIn who) {
    var signIn = sessions.begin(who, SignIn.Kind.API);
    return issue(signIn, OpaqueToken.next(), sessions.access(signIn), Instant.now(clock));
  }

  /**
   * Takes a token and gives the next. Whoever brings the same one again within seconds gets the
   * same answer, since the first may have been lost on its way; after that, or once the next was
   * used, a used token ends its whole family.
   *
   * <p>What the session may do is judged anew each time: the tenant may ask for a second factor by
   * now, and the account may have one that the session never showed.
   *
   * @throws ProblemException where the token is unknown, used, expired or revoked
   */
  public Session rotate(String refreshToken) {
    var now = Instant.now(clock);
    var token =
        find(refreshToken)
            .filter(known -> known.isAlive(now, limits.silence(SignIn.Kind.API)))
            .orElseThrow(this::refused);
    var signIn = token.signIn();
    var next = seal.derive(refreshToken, "refresh token of " + CallContext.requiredTenant());
    var first = isFirstUse(token, now);
    if (!first && !isWaitedFor(next, now)) {
      sessions.shut(signIn.id());
      audit.refused(signIn.origin(), AuditAction.REFRESH_TOKEN_REUSED, signIn.account().email());
      throw refused();
    }
    var access = sessions.access(signIn);
    if (access == SessionAccess.ENDED) {
      sessions.shut(signIn.id());
      throw refused();
    }
    return first ? issue(signIn, next, access, now) : new Session(signIn, next, access);
  }

  /** One statement decides between parallel uses of the same token. */
  private boolean isFirstUse(RefreshToken token, Instant now) {
    return em.createQuery(
                "update RefreshToken t set t.usedAt = :now where t.id = :id and t.usedAt is null")
            .setParameter("now", now)
            .setParameter("id", token.id())
            .executeUpdate()
        == 1;
  }

  /**
   * Whether a token was given out moments ago and nobody has used it: then the answer that held it
   * was lost, and whoever asks again is not a thief.
   */
  private boolean isWaitedFor(String token, Instant now) {
    return em.createQuery(
                "select count(t) from RefreshToken t where t.tokenHash = :hash and t.usedAt is null"
                    + " and t.issuedAt > :since",
                Long.class)
            .setParameter("hash", OpaqueToken.hash(token))
            .setParameter("since", now.minus(RETRY))
            .getSingleResult()
        == 1;
  }

  /** Ends the session that a token belongs to; an unknown token is no error. */
  public void signOut(String refreshToken) {
    find(refreshToken).ifPresent(token -> sessions.signOut(token.signIn().id()));
  }

  private Optional<RefreshToken> find(String token) {
    return em.createQuery(
            "select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
        .setParameter("hash", OpaqueToken.hash(token))
        .getResultStream()
        .findFirst();
  }

  private ProblemException refused() {
    limiter.countWrong(AttemptKind.REFRESH_TOKEN);
    return new ProblemException(ProblemType.REFRESH_TOKEN_REFUSED);
  }

  private Session issue(SignIn signIn, String token, SessionAccess access, Instant now) {
    em.persist(new RefreshToken(signIn, token, now));
    return new Session(signIn, token, access);
  }
}
