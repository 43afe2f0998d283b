package com.movierecap.identity.people;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's accounts in waiting. */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class Invitations {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Accounts accounts;
  @Inject private AttemptLimiter limiter;
  @Inject private Outbox outbox;
  @Inject private AuditService audit;
  @Inject private Clock clock;

  /** Those that were not taken up, newest first; expired ones too, since they can be sent again. */
  public List<Invitation> list() {
    return em.createQuery(
            "select i from Invitation i where i.acceptedAt is null order by i.id desc",
            Invitation.class)
        .getResultList();
  }

  /**
   * @throws ProblemException where there is none, or it was taken up
   */
  public Invitation get(UUID id) {
    return get(id, LockModeType.NONE);
  }

  private Invitation get(UUID id, LockModeType lock) {
    return Optional.ofNullable(em.find(Invitation.class, id, lock))
        .filter(invitation -> invitation.isOpen(invitation.createdAt()))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Invites somebody by mail; what they were sent before opens nothing any more.
   *
   * @param by whose invitation it is
   * @param language what the invited person reads, or null for what the inviting one does
   * @throws ProblemException where the address is none or has an account, the role is none, or
   *     there were too many
   */
  public Invitation create(String email, Role role, @Nullable Language language, UUID by) {
    Origin.current().mustBeInPerson();
    var address = EmailAddress.of(email, "email");
    var inviter = accounts.get(by);
    limiter.ask(AttemptKind.INVITATION_MAIL, address);
    if (accounts.find(address).isPresent()) {
      throw new ProblemException(ProblemType.ACCOUNT_EXISTS);
    }
    em.createQuery("delete from Invitation i where i.email = :email and i.acceptedAt is null")
        .setParameter("email", address)
        .executeUpdate();
    var token = OpaqueToken.next();
    var reads = language == null ? inviter.language(Language.EN) : language;
    var invitation = new Invitation(address, role, reads, token, Instant.now(clock));
    em.persist(invitation);
    send(invitation, token, inviter);
    return invitation;
  }

  /** Sends it again, with a token and a week of its own. */
  public Invitation resend(UUID id, UUID by) {
    Origin.current().mustBeInPerson();
    var invitation = get(id, LockModeType.PESSIMISTIC_WRITE);
    limiter.ask(AttemptKind.INVITATION_MAIL, invitation.email());
    var token = OpaqueToken.next();
    invitation.renew(token, Instant.now(clock));
    send(invitation, token, accounts.get(by));
    em.flush();
    return invitation;
  }

  public void withdraw(UUID id) {
    Origin.current().mustBeInPerson();
    var invitation = get(id, LockModeType.PESSIMISTIC_WRITE);
    em.remove(invitation);
    audit.record(AuditAction.INVITATION_WITHDRAWN, invitation.email());
  }

  /**
   * What a token opens, for whoever is about to choose a password.
   *
   * @throws ProblemException where it opens nothing, or too many were tried
   */
  @AllowedTo(AllowedTo.EVERYBODY)
  public Invitation get(String token) {
    return open(token, LockModeType.NONE);
  }

  /**
   * Makes the account that somebody was invited to, and whose owner is in by that.
   *
   * @throws ProblemException where the token is unknown, used or expired, or too many were tried,
   *     name or password cannot be taken, or the address has an account already
   */
  @AllowedTo(AllowedTo.EVERYBODY)
  public SignedIn accept(String token, String displayName, HashedPassword password) {
    var invitation = open(token, LockModeType.PESSIMISTIC_WRITE);
    if (accounts.find(invitation.email()).isPresent()) {
      throw new ProblemException(ProblemType.INVITATION_REFUSED);
    }
    var account = accounts.create(invitation.email(), displayName, password, invitation.role());
    account.speak(invitation.language().tag());
    invitation.accept(Instant.now(clock));
    audit.record(account.origin(), AuditAction.INVITATION_ACCEPTED, account.email());
    return new SignedIn(account, false);
  }

  private Invitation open(String token, LockModeType lock) {
    return limiter
        .open(AttemptKind.INVITATION, () -> find(token, lock))
        .orElseThrow(() -> new ProblemException(ProblemType.INVITATION_REFUSED));
  }

  private Optional<Invitation> find(String token, LockModeType lock) {
    var now = Instant.now(clock);
    return em.createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", OpaqueToken.hash(token))
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .filter(invitation -> invitation.isOpen(now));
  }

  private void send(Invitation invitation, String token, Account by) {
    outbox.add(
        MailKind.INVITATION,
        invitation.email(),
        invitation.language(),
        token,
        List.of(by.displayName()));
    audit.record(AuditAction.INVITATION, invitation.email());
  }
}
