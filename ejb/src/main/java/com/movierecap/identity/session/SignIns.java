package com.movierecap.identity.session;

import com.movierecap.access.CallContext;
import com.movierecap.access.OpenTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.crypto.Seal;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.Guesses;
import com.movierecap.identity.Secret;
import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.identity.factor.RememberedDevices;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets people of the bound tenant in, and turns their refresh tokens over. */
@Stateless
public class SignIns {
  /** How long an answer may be asked for again. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private Accounts accounts;
  @Inject private SecondFactors factors;
  @Inject private Passkeys passkeys;
  @Inject private RememberedDevices devices;
  @Inject private Guesses guesses;
  @Inject private SessionLimits limits;
  @Inject private Event<Sessions.Changed> news;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private Seal seal;

  private final Clock clock = Clock.systemUTC();

  /**
   * The second half of signing in, for whoever the {@link Doorkeeper} recognised a moment ago.
   *
   * @param otp a code of the second factor, or one for recovery, where the account has a factor
   * @param device what a remembered device shows instead, or null
   * @throws ProblemException where it has one and the code is missing or wrong
   */
  @OpenTo(OpenTo.EVERYBODY)
  public Entrance enter(UUID id, @Nullable String otp, @Nullable String device) {
    var account = mayCome(accounts.get(id));
    return entered(account, factors.pass(account, otp, device));
  }

  /**
   * Signing in with a passkey: by itself, or as the second half.
   *
   * @param claimed whom the answer, or the password before it, names
   * @param answer AuthenticationResponseJSON
   * @throws ProblemException where it is no passkey of that account's
   */
  @OpenTo(OpenTo.OWN_WORK)
  public Entrance enterByPasskey(UUID claimed, Ceremony ceremony, String answer) {
    return entered(mayCome(passkeys.prove(claimed, ceremony, answer)), true);
  }

  private static Account mayCome(Account account) {
    if (!account.mayCome()) {
      throw new ProblemException(ProblemType.WRONG_CREDENTIALS);
    }
    return account;
  }

  private Entrance entered(Account account, boolean factored) {
    audit.record(account.origin(), AuditAction.SIGN_IN, account.email());
    return new Entrance(account, factored);
  }

  /** As {@link #enter}, and gives the first refresh token. */
  @OpenTo(OpenTo.EVERYBODY)
  public Session signIn(UUID id, @Nullable String otp) {
    return open(enter(id, otp, null));
  }

  /** Begins a family of refresh tokens. */
  @OpenTo(Role.OPERATE)
  public Session open(Entrance entrance) {
    var signIn = begin(entrance, SignIn.Kind.API);
    return issue(signIn, Secret.next(), standing(signIn), Instant.now(clock));
  }

  /** Writes down that somebody is in. */
  @OpenTo(OpenTo.EVERYBODY)
  public SignIn begin(Entrance entrance, SignIn.Kind kind) {
    var signIn =
        new SignIn(entrance, kind, Origin.current(), Instant.now(clock), limits.longest(kind));
    em.persist(signIn);
    if (entrance.impersonation() == null) {
      guesses.entered(entrance.account());
    }
    return signIn;
  }

  /**
   * What a sign-in may do.
   *
   * @param groups as in tokens
   * @param impersonation null, or whose own sign-in must go on for that
   */
  public record Seen(Set<String> groups, @Nullable Impersonation impersonation) {}

  /**
   * What a sign-in may do, which is noted as seen; {@link Sessions} remembers the answer.
   *
   * @return none where it is over
   */
  @OpenTo(OpenTo.OWN_WORK)
  public Optional<Seen> see(UUID id) {
    var now = Instant.now(clock);
    var signIn = em.find(SignIn.class, id);
    if (signIn == null || !isAlive(signIn, now)) {
      return Optional.empty();
    }
    if (signIn.wasSeenLongAgo(now)) {
      em.createQuery("update SignIn s set s.seenAt = :now where s.id = :id")
          .setParameter("now", now)
          .setParameter("id", id)
          .executeUpdate();
    }
    var groups = standing(signIn).groups(signIn.account().role());
    return Optional.of(new Seen(groups, signIn.impersonation().orElse(null)));
  }

  /** An account's sign-ins that are not over, the one seen last first. */
  @OpenTo({Role.VIEW, Role.AUDIT})
  public List<SignIn> list(UUID account) {
    var now = Instant.now(clock);
    var factor = factors.status(account);
    return open(account)
        .filter(signIn -> isAlive(signIn, now))
        .filter(signIn -> signIn.standing(factor) != Standing.ENDED)
        .sorted(Comparator.comparing(SignIn::seenAt).reversed())
        .toList();
  }

  /**
   * As {@link SecondFactors#confirm}. From here on the sign-in counts as one with a second factor,
   * and every other that began without is over.
   */
  @OpenTo({Role.VIEW, Role.AUDIT, Role.ENROL})
  public List<String> confirmFactor(UUID account, UUID signIn, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var codes = factors.confirm(account, otp);
    showedFactor(signIn);
    return codes;
  }

  /** From here on the sign-in counts as one with a second factor. */
  @OpenTo(OpenTo.OWN_WORK)
  public void showedFactor(UUID signIn) {
    Optional.ofNullable(em.find(SignIn.class, signIn)).ifPresent(SignIn::showedFactor);
    news.fire(new Sessions.Changed(CallContext.requiredTenant()));
  }

  /**
   * Takes a refresh token and gives the next. Whoever brings the same one again within seconds gets
   * the same answer, since the first may have been lost on its way; after that, or once the next
   * was used, a used token ends its whole family.
   *
   * <p>What the sign-in may do is judged anew each time: the tenant may ask for a second factor by
   * now, and the account may have one that the sign-in never showed.
   *
   * @return empty where the token is unknown, used, expired or revoked
   */
  @OpenTo(OpenTo.OWN_WORK)
  public Optional<Session> refresh(String refreshToken) {
    var now = Instant.now(clock);
    var token = findToken(refreshToken);
    if (token.isEmpty() || !token.get().isAlive(now, limits.silence(SignIn.Kind.API))) {
      return Optional.empty();
    }
    var signIn = token.get().signIn();
    var next = seal.derive(refreshToken, "refresh token of " + CallContext.requiredTenant());
    // one statement decides between parallel uses of the same token
    int taken =
        em.createQuery(
                "update RefreshToken t set t.usedAt = :now where t.id = :id and t.usedAt is null")
            .setParameter("now", now)
            .setParameter("id", token.get().id())
            .executeUpdate();
    if (taken == 0 && !isWaitedFor(next, now)) {
      end(signIn.id());
      audit.refused(signIn.origin(), AuditAction.REFRESH_TOKEN_REUSED, signIn.account().email());
      return Optional.empty();
    }
    var standing = standing(signIn);
    if (standing == Standing.ENDED) {
      end(signIn.id());
      return Optional.empty();
    }
    return Optional.of(
        taken == 0 ? new Session(signIn, next, standing) : issue(signIn, next, standing, now));
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
            .setParameter("hash", Secret.hash(token))
            .setParameter("since", now.minus(RETRY))
            .getSingleResult()
        == 1;
  }

  /** Ends the sign-in that the token belongs to; an unknown token is no error. */
  @OpenTo(OpenTo.EVERYBODY)
  public void signOut(String refreshToken) {
    findToken(refreshToken).ifPresent(token -> signOut(token.signIn()));
  }

  /** Ends a sign-in, as its owner wishes; one that is not there is no error. */
  @OpenTo({Role.VIEW, Role.AUDIT, Role.ENROL})
  public void signOut(UUID id) {
    Optional.ofNullable(em.find(SignIn.class, id)).ifPresent(this::signOut);
  }

  private void signOut(SignIn signIn) {
    end(signIn.id());
    var action =
        signIn.impersonation().isPresent() ? AuditAction.IMPERSONATION_ENDED : AuditAction.SIGN_OUT;
    audit.record(signIn.origin(), action, signIn.account().email());
  }

  /** Ends a sign-in whose time is over; nobody wished it, so the log tells of operators' alone. */
  @OpenTo(OpenTo.EVERYBODY)
  public void timeOut(UUID id) {
    var signIn = em.find(SignIn.class, id);
    if (signIn != null && signIn.impersonation().isPresent()) {
      signOut(signIn);
    } else {
      end(id);
    }
  }

  /**
   * Ends one of an account's own sign-ins.
   *
   * @throws ProblemException where it has no such
   */
  @OpenTo({Role.VIEW, Role.AUDIT})
  public void end(UUID account, UUID id) {
    Origin.current().mustBeInPerson();
    var signIn = em.find(SignIn.class, id);
    if (signIn == null || !signIn.account().id().equals(account)) {
      throw ProblemException.notFound();
    }
    end(id);
    audit.record(AuditAction.SESSION_ENDED, signIn.account().email());
  }

  /** Ends all sign-ins of an account: its owner signs in anew, if they may. */
  @OpenTo(OpenTo.OWN_WORK)
  public void endAll(UUID account) {
    endOthers(account, null);
  }

  /**
   * As {@link #endAll}, but for one. No device is remembered any more.
   *
   * @param kept the sign-in that goes on, or null
   */
  @OpenTo({Role.VIEW, Role.AUDIT})
  public void endOthers(UUID account, @Nullable UUID kept) {
    Origin.current().mustBeInPerson();
    open(account).map(SignIn::id).filter(id -> !id.equals(kept)).forEach(this::end);
    devices.forgetAll(account);
    // whatever else has changed about the account counts at once too
    news.fire(new Sessions.Changed(CallContext.requiredTenant()));
  }

  /** By a statement of its own, since two may end the same one at once. */
  private void end(UUID id) {
    em.createQuery(
            "update SignIn s set s.revokedAt = :now where s.id = :id and s.revokedAt is null")
        .setParameter("now", Instant.now(clock))
        .setParameter("id", id)
        .executeUpdate();
    news.fire(new Sessions.Changed(CallContext.requiredTenant()));
  }

  private boolean isAlive(SignIn signIn, Instant now) {
    return signIn.isAlive(now, limits.silence(signIn.kind()));
  }

  private Stream<SignIn> open(UUID account) {
    return em
        .createQuery(
            "select s from SignIn s where s.account.id = :account and s.revokedAt is null",
            SignIn.class)
        .setParameter("account", account)
        .getResultList()
        .stream();
  }

  private Optional<RefreshToken> findToken(String token) {
    List<RefreshToken> found =
        em.createQuery("select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
            .setParameter("hash", Secret.hash(token))
            .getResultList();
    return found.stream().findFirst();
  }

  private Standing standing(SignIn signIn) {
    return signIn.standing(factors.status(signIn.account().id()));
  }

  private Session issue(SignIn signIn, String token, Standing standing, Instant now) {
    em.persist(new RefreshToken(signIn, token, now));
    return new Session(signIn, token, standing);
  }
}
