package com.movierecap.identity;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.Origin;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.TenantContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks passwords and turns refresh tokens over, within the bound tenant. */
@Stateless
public class IdentityService {
  private static final PasswordHash PASSWORDS = new PasswordHash();
  private static final int MIN_PASSWORD_LENGTH = 8;
  private static final int MAX_PASSWORD_LENGTH = 1024;
  private static final int MAX_NAME_LENGTH = 200;
  private static final int MAX_EMAIL_LENGTH = 254;

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private SecondFactors factors;
  private final Clock clock = Clock.systemUTC();

  /**
   * The first half of signing in: the same work is done where there is no such account.
   *
   * @throws ProblemException where address or password is wrong
   */
  public Account recognise(String email, char[] password) {
    return proven(email, password)
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
    var account = get(id);
    if (!account.mayCome()) {
      throw new ProblemException(ProblemType.WRONG_CREDENTIALS);
    }
    var factored = factors.pass(account, otp);
    audit.record(origin(account), AuditAction.SIGN_IN, account.email());
    return new Entrance(account, factored);
  }

  private Optional<Account> proven(String email, char[] password) {
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
   * Makes the account that somebody was invited to.
   *
   * @throws ProblemException where the token is unknown, used or expired, the password too short,
   *     or the address has an account already
   */
  public Account accept(String token, String displayName, char[] password) {
    var now = Instant.now(clock);
    var invitation =
        em.createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
            .setParameter("hash", Secret.hash(token))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .filter(i -> i.isOpen(now))
            .orElseThrow(() -> new ProblemException(ProblemType.INVITATION_REFUSED));
    if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "password ≥ " + MIN_PASSWORD_LENGTH);
    }
    var name = displayName.strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "display_name ≤ " + MAX_NAME_LENGTH);
    }
    if (find(invitation.email()).isPresent()) {
      throw new ProblemException(ProblemType.INVITATION_REFUSED);
    }
    var account =
        new Account(invitation.email(), name, PASSWORDS.hash(password), invitation.role(), now);
    em.persist(account);
    invitation.accept(now);
    audit.record(origin(account), AuditAction.INVITATION_ACCEPTED, account.email());
    return account;
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
              audit.record(origin(account), AuditAction.SIGN_OUT, account.email());
            });
  }

  public Account get(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id)).orElseThrow(ProblemException::notFound);
  }

  /** Remembers the language a person chose. */
  public void speak(UUID account, Language language) {
    get(account).speak(language.tag());
  }

  private Optional<Account> find(String email) {
    // nobody's address, and U+0000 could not even be asked for
    if (email.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    return em.createQuery("select a from Account a where a.email = :email", Account.class)
        .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  private Optional<RefreshToken> findToken(String token) {
    List<RefreshToken> found =
        em.createQuery("select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
            .setParameter("hash", Secret.hash(token))
            .getResultList();
    return found.stream().findFirst();
  }

  private Standing standing(SignIn signIn) {
    return factors.standing(signIn.account().id(), signIn.factored());
  }

  private Session issue(SignIn signIn, Standing standing, Instant now) {
    var token = Secret.next();
    em.persist(new RefreshToken(signIn, token, now));
    return new Session(signIn, token, standing == Standing.ENROLLING);
  }

  private static Origin origin(Account account) {
    return Origin.current().as(account.id(), TenantContext.required(), account.email());
  }

  private static String shortened(String email) {
    var plain = email.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > MAX_EMAIL_LENGTH ? plain.substring(0, MAX_EMAIL_LENGTH) : plain;
  }
}
