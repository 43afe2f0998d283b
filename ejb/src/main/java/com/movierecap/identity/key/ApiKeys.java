package com.movierecap.identity.key;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Account;
import com.movierecap.identity.session.SessionsChanged;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.Outbox;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The keys of the bound tenant's accounts. */
@Stateless
@AllowedTo(Role.VIEW)
public class ApiKeys {
  /** So many of an account's can be alive at the same time. */
  public static final int MOST = 20;

  public static final Duration OVERLAP = Duration.ofHours(24);
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** For so long an expired key is still shown, since somebody may wonder why it does nothing. */
  private static final Duration SHOWN = Duration.ofDays(30);

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private Outbox outbox;
  @Inject private Event<SessionsChanged> news;

  @Inject private Clock clock;

  /** What the log keeps of a key. */
  private record Facts(String name, List<String> scopes, String expiresAt) {
    static Facts of(ApiKey key) {
      return new Facts(
          key.name(), key.scopes().stream().map(Scope::slug).toList(), key.expiresAt().toString());
    }
  }

  /** Whoever a key lets in, and until when it does that at the longest. */
  record Use(ApiKeyPrincipal holder, Instant until) {}

  /** An account's keys but those that were revoked or replaced, newest first. */
  public List<ApiKey> list(UUID account) {
    var now = Instant.now(clock);
    return open(account)
        .filter(
            key -> key.isAlive(now) || key.replacedBy().isEmpty() && key.isAlive(now.minus(SHOWN)))
        .toList();
  }

  /**
   * Makes a key; its owner is told by mail.
   *
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where the owner's role has not those scopes, or there are too many
   */
  public IssuedApiKey create(UUID account, ApiKeyRequest wish, Language otherwise) {
    Origin.current().mustBeInPerson();
    var owner = locked(account);
    var possible = Scope.of(owner.role());
    if (!possible.containsAll(wish.scopes())) {
      throw Scope.mustBe(possible);
    }
    var made = make(owner, wish, otherwise);
    mustNotBeTooMany(account);
    audit.record(AuditAction.API_KEY_CREATED, subject(made.key()), null, Facts.of(made.key()));
    return made;
  }

  /**
   * Makes another key of the same name and scopes.
   *
   * @param overlap how long the present one is good beside it, where it does not expire before
   * @param life the new one's, from now
   * @throws ProblemException where the present one is dead or has a successor
   */
  public IssuedApiKey rotate(
      UUID account, UUID id, Duration overlap, Duration life, Language otherwise) {
    Origin.current().mustBeInPerson();
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "overlap_hours: 0–" + LONGEST_OVERLAP.toHours());
    }
    var owner = locked(account);
    var now = Instant.now(clock);
    var present = get(account, id);
    if (!present.isAlive(now)) {
      throw ProblemException.notFound();
    }
    if (present
        .replacedBy()
        .map(next -> em.find(ApiKey.class, next))
        .filter(next -> next.isAlive(now))
        .isPresent()) {
      throw new ProblemException(ProblemType.API_KEY_ROTATED);
    }
    var before = Facts.of(present);
    var made = make(owner, new ApiKeyRequest(present.name(), present.scopes(), life), otherwise);
    // before it is pointed to
    em.flush();
    present.giveWayTo(made.key(), now.plus(overlap));
    mustNotBeTooMany(account);
    audit.record(AuditAction.API_KEY_ROTATED, subject(present), before, Facts.of(made.key()));
    news.fire(new SessionsChanged(CallContext.requiredTenant()));
    return made;
  }

  /** Ends a key at once. */
  public void revoke(UUID account, UUID id) {
    Origin.current().mustBeInPerson();
    var key = get(account, id);
    key.revoke(Instant.now(clock));
    audit.record(AuditAction.API_KEY_REVOKED, subject(key), Facts.of(key), null);
    news.fire(new SessionsChanged(CallContext.requiredTenant()));
  }

  /**
   * What a key opens, which is noted as used; {@link ApiKeyAuthenticator} remembers the answer.
   *
   * @return empty where it is unknown or worth nothing
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public Optional<Use> use(String hash) {
    return em.createQuery("select k from ApiKey k where k.keyHash = :hash", ApiKey.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst()
        .flatMap(key -> used(key, Instant.now(clock)));
  }

  private Optional<Use> used(ApiKey key, Instant now) {
    var holder = key.holder(now);
    if (holder.isPresent() && key.wasUsedLongAgo(now)) {
      em.createQuery("update ApiKey k set k.usedAt = :now where k.id = :id")
          .setParameter("now", now)
          .setParameter("id", key.id())
          .executeUpdate();
    }
    return holder.map(known -> new Use(known, key.expiresAt()));
  }

  private IssuedApiKey make(Account owner, ApiKeyRequest wish, Language otherwise) {
    var now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    var text = ApiKeyToken.next(CallContext.requiredTenant());
    var key = new ApiKey(owner, wish, text, now);
    em.persist(key);
    if (owner.isPerson()) {
      outbox.add(
          MailKind.API_KEY_CREATED,
          owner.email(),
          owner.language(otherwise),
          null,
          List.of(key.name(), key.prefix()));
    }
    return new IssuedApiKey(key, text.text());
  }

  private void mustNotBeTooMany(UUID account) {
    var now = Instant.now(clock);
    if (open(account).filter(key -> key.isAlive(now)).count() > MOST) {
      throw new ProblemException(ProblemType.API_KEYS_TOO_MANY, MOST);
    }
  }

  private ApiKey get(UUID account, UUID id) {
    return Optional.ofNullable(em.find(ApiKey.class, id))
        .filter(key -> key.account().id().equals(account) && !key.isRevoked())
        .orElseThrow(ProblemException::notFound);
  }

  private Stream<ApiKey> open(UUID account) {
    return em
        .createQuery(
            "select k from ApiKey k where k.account.id = :account and k.revokedAt is null order by"
                + " k.id desc",
            ApiKey.class)
        .setParameter("account", account)
        .getResultList()
        .stream();
  }

  private static String subject(ApiKey key) {
    return key.account().called() + " (" + key.prefix() + ")";
  }

  /** Whoever makes an account's keys, does it alone. */
  private Account locked(UUID account) {
    return Optional.ofNullable(em.find(Account.class, account, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(ProblemException::notFound);
  }
}
