package com.movierecap.identity.session;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.factor.RememberedDevices;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where people of the bound tenant are signed in: begun, seen, listed and ended. */
@Stateless
public class Sessions {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private SecondFactors factors;
  @Inject private RememberedDevices devices;
  @Inject private AttemptLimiter limiter;
  @Inject private SessionLimits limits;
  @Inject private Event<SessionsChanged> changed;

  @Inject private Clock clock;

  /** Begins the session of somebody who has signed in, and writes down that they have. */
  @AllowedTo(AllowedTo.EVERYBODY)
  public SignIn begin(SignedIn who, SignIn.Kind kind) {
    var signIn = new SignIn(who, kind, Origin.current(), Instant.now(clock), limits.longest(kind));
    em.persist(signIn);
    if (who.impersonation() == null) {
      var account = who.account();
      limiter.entered(account);
      audit.record(account.origin(), AuditAction.SIGN_IN, account.email());
    }
    return signIn;
  }

  /**
   * How a session is at one moment.
   *
   * @param groups what it may do, as in tokens
   * @param impersonation null, or whose own session must go on for that
   */
  public record SessionState(Set<String> groups, @Nullable Impersonation impersonation) {}

  /**
   * How a session is now, which is noted as seen; {@link SessionCache} remembers the answer.
   *
   * @return none where it is over
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public Optional<SessionState> see(UUID id) {
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
    var groups = access(signIn).groups(signIn.account().role());
    return Optional.of(new SessionState(groups, signIn.impersonation().orElse(null)));
  }

  /** What a session may do now, whether it is alive or not. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public SessionAccess access(SignIn signIn) {
    return signIn.access(factors.status(signIn.account().id()));
  }

  /** An account's sessions that are not over, the one seen last first. */
  @AllowedTo({Role.VIEW, Role.AUDIT})
  public List<SignIn> list(UUID account) {
    var now = Instant.now(clock);
    var factor = factors.status(account);
    return notEnded(account)
        .filter(signIn -> isAlive(signIn, now))
        .filter(signIn -> signIn.access(factor) != SessionAccess.ENDED)
        .sorted(Comparator.comparing(SignIn::seenAt).reversed())
        .toList();
  }

  /** From here on the session counts as one with a second factor. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void showedFactor(UUID id) {
    Optional.ofNullable(em.find(SignIn.class, id)).ifPresent(SignIn::showedFactor);
    changed.fire(new SessionsChanged(CallContext.requiredTenant()));
  }

  /** Ends a session, as its owner wishes; one that is not there is no error. */
  @AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
  public void signOut(UUID id) {
    Optional.ofNullable(em.find(SignIn.class, id)).ifPresent(this::signOut);
  }

  private void signOut(SignIn signIn) {
    revoke(signIn.id());
    var action =
        signIn.impersonation().isPresent() ? AuditAction.IMPERSONATION_ENDED : AuditAction.SIGN_OUT;
    audit.record(signIn.origin(), action, signIn.account().email());
  }

  /** Ends a session whose time is over; nobody wished it, so the log tells of operators' alone. */
  @AllowedTo(AllowedTo.EVERYBODY)
  public void timeOut(UUID id) {
    var signIn = em.find(SignIn.class, id);
    if (signIn != null && signIn.impersonation().isPresent()) {
      signOut(signIn);
    } else {
      revoke(id);
    }
  }

  /**
   * Ends one of an account's own sessions.
   *
   * @throws ProblemException where it has no such
   */
  @AllowedTo({Role.VIEW, Role.AUDIT})
  public void end(UUID account, UUID id) {
    Origin.current().mustBeInPerson();
    var signIn = em.find(SignIn.class, id);
    if (signIn == null || !signIn.account().id().equals(account)) {
      throw ProblemException.notFound();
    }
    revoke(id);
    audit.record(AuditAction.SESSION_ENDED, signIn.account().email());
  }

  /** Ends all sessions of an account: its owner signs in anew, if they may. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void endAll(UUID account) {
    endOthers(account, null);
  }

  /**
   * As {@link #endAll}, but for one. No device is remembered any more.
   *
   * @param kept the session that goes on, or null
   */
  @AllowedTo({Role.VIEW, Role.AUDIT})
  public void endOthers(UUID account, @Nullable UUID kept) {
    Origin.current().mustBeInPerson();
    notEnded(account).map(SignIn::id).filter(id -> !id.equals(kept)).forEach(this::revoke);
    devices.forgetAll(account);
    // whatever else has changed about the account counts at once too
    changed.fire(new SessionsChanged(CallContext.requiredTenant()));
  }

  /** Ends a session although the caller's transaction is about to be undone. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @AllowedTo(AllowedTo.OWN_WORK)
  public void shut(UUID id) {
    revoke(id);
  }

  /** By a statement of its own, since two may end the same one at once. */
  private void revoke(UUID id) {
    em.createQuery(
            "update SignIn s set s.revokedAt = :now where s.id = :id and s.revokedAt is null")
        .setParameter("now", Instant.now(clock))
        .setParameter("id", id)
        .executeUpdate();
    changed.fire(new SessionsChanged(CallContext.requiredTenant()));
  }

  private boolean isAlive(SignIn signIn, Instant now) {
    return signIn.isAlive(now, limits.silence(signIn.kind()));
  }

  private Stream<SignIn> notEnded(UUID account) {
    return em
        .createQuery(
            "select s from SignIn s where s.account.id = :account and s.revokedAt is null",
            SignIn.class)
        .setParameter("account", account)
        .getResultList()
        .stream();
  }
}
