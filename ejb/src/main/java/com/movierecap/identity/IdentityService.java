package com.movierecap.identity;

import com.movierecap.i18n.Language;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Checks passwords and turns refresh tokens over, within the bound tenant. */
@Stateless
public class IdentityService {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PasswordHash PASSWORDS = new PasswordHash();
  private static final int MAX_PASSWORD_LENGTH = 1024;

  @PersistenceContext private EntityManager em;
  private final Clock clock = Clock.systemUTC();

  /** The account, if the password is its own; the same work is done where there is none. */
  public Optional<Account> authenticate(String email, char[] password) {
    if (password.length > MAX_PASSWORD_LENGTH) {
      return Optional.empty();
    }
    var account = find(email);
    if (account.isEmpty()) {
      PASSWORDS.verifyNobody(password);
      return Optional.empty();
    }
    return account.filter(a -> PASSWORDS.verify(password, a.passwordHash()) && a.mayCome());
  }

  /**
   * @throws ProblemException where address or password is wrong
   */
  public Session signIn(String email, char[] password) {
    var account =
        authenticate(email, password)
            .orElseThrow(() -> new ProblemException(ProblemType.WRONG_CREDENTIALS));
    var now = Instant.now(clock);
    var signIn = new SignIn(account, now);
    em.persist(signIn);
    return issue(signIn, now);
  }

  /**
   * Takes a refresh token and gives the next. A token that was used before ends its whole family.
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
    if (taken == 0) {
      signIn.revoke(now);
      return Optional.empty();
    }
    return Optional.of(issue(signIn, now));
  }

  /** Ends the sign-in that the token belongs to; an unknown token is no error. */
  public void signOut(String refreshToken) {
    findToken(refreshToken).ifPresent(t -> t.signIn().revoke(Instant.now(clock)));
  }

  public Account get(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id)).orElseThrow(ProblemException::notFound);
  }

  /** Remembers the language a person chose. */
  public void speak(UUID account, Language language) {
    get(account).speak(language.tag());
  }

  private Optional<Account> find(String email) {
    return em.createQuery("select a from Account a where a.email = :email", Account.class)
        .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  private Optional<RefreshToken> findToken(String token) {
    List<RefreshToken> found =
        em.createQuery("select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
            .setParameter("hash", RefreshToken.hash(token))
            .getResultList();
    return found.stream().findFirst();
  }

  private Session issue(SignIn signIn, Instant now) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    em.persist(new RefreshToken(signIn, token, now));
    return new Session(signIn, token);
  }
}
