package com.movierecap.identity.factor;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bound tenant's people and their passkeys. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class Passkeys {
  private static final int MOST = 20;

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Accounts accounts;
  @Inject private SecondFactors factors;
  @Inject private AttemptLimiter limiter;
  @Inject private AuditService audit;

  @Inject private Clock clock;

  /** An account's passkeys, the oldest first. */
  @AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
  public List<Passkey> list(UUID account) {
    return em.createQuery(
            "select p from Passkey p where p.accountId = :account order by p.createdAt",
            Passkey.class)
        .setParameter("account", account)
        .getResultList();
  }

  /**
   * What the browser of an account's owner needs to make one.
   *
   * @return PublicKeyCredentialCreationOptionsJSON
   * @throws ProblemException where the account has too many
   */
  public String offer(UUID account, Ceremony ceremony) {
    Origin.current().mustBeInPerson();
    var owner = accounts.get(account);
    accounts.mustTakeProofs();
    var all = list(account);
    mustNotBeTooMany(all);
    return ceremony.creation(owner, at(all, ceremony));
  }

  /**
   * What the browser of somebody whose password was right needs to show one.
   *
   * @return PublicKeyCredentialRequestOptionsJSON
   */
  @AllowedTo(AllowedTo.EVERYBODY)
  public String ask(UUID account, Ceremony ceremony) {
    return ceremony.request(at(list(account), ceremony));
  }

  /**
   * @param answer RegistrationResponseJSON
   * @param name what its owner calls it
   * @throws ProblemException where the answer is none to the ceremony, or the name is none
   */
  public Passkey add(UUID account, Ceremony ceremony, String answer, String name) {
    Origin.current().mustBeInPerson();
    var owner = factors.locked(account);
    mustNotBeTooMany(list(account));
    var made =
        ceremony
            .made(answer)
            .filter(credential -> find(credential.id()).isEmpty())
            .orElseThrow(() -> new ProblemException(ProblemType.PASSKEY_REFUSED));
    var passkey = new Passkey(account, name, ceremony.host(), made, Instant.now(clock));
    em.persist(passkey);
    audit.record(AuditAction.PASSKEY_ADDED, owner.email());
    return passkey;
  }

  /**
   * @throws ProblemException where the account has no such one, or it is the last factor and the
   *     tenant asks for one
   */
  public void remove(UUID account, UUID id) {
    Origin.current().mustBeInPerson();
    var owner = factors.locked(account);
    var passkey =
        Optional.ofNullable(em.find(Passkey.class, id))
            .filter(each -> each.accountId().equals(account))
            .orElseThrow(ProblemException::notFound);
    factors.mustSpareOne(account);
    em.remove(passkey);
    em.flush();
    factors.fewer(account);
    audit.record(AuditAction.PASSKEY_REMOVED, owner.email());
  }

  /**
   * Looks at what is shown at the door.
   *
   * @param claimed whom the answer, or the password before it, names
   * @param answer AuthenticationResponseJSON
   * @return empty where it is no passkey of that account's
   * @throws ProblemException where too many were not
   */
  public Optional<Account> prove(UUID claimed, Ceremony ceremony, String answer) {
    return limiter.open(AttemptKind.PASSKEY, () -> shown(claimed, ceremony, answer));
  }

  private Optional<Account> shown(UUID claimed, Ceremony ceremony, String answer) {
    var passkey =
        Ceremony.credential(answer)
            .flatMap(this::find)
            .filter(
                each -> each.accountId().equals(claimed) && each.host().equals(ceremony.host()));
    if (passkey.isEmpty()) {
      return Optional.empty();
    }
    var account = accounts.get(claimed);
    var uses = ceremony.shown(answer, passkey.get());
    if (uses.isEmpty()) {
      audit.refused(account.origin(), AuditAction.PASSKEY_REFUSED, account.email());
      return Optional.empty();
    }
    em.createQuery(
            "update Passkey p set p.usedAt = :now, p.uses = :uses where p.id = :id and p.uses <="
                + " :uses")
        .setParameter("now", Instant.now(clock))
        .setParameter("uses", uses.get())
        .setParameter("id", passkey.get().id())
        .executeUpdate();
    return Optional.of(account);
  }

  private Optional<Passkey> find(byte[] credentialId) {
    return em.createQuery("select p from Passkey p where p.credentialId = :id", Passkey.class)
        .setParameter("id", credentialId)
        .getResultStream()
        .findFirst();
  }

  private static List<Passkey> at(List<Passkey> all, Ceremony ceremony) {
    return all.stream().filter(each -> each.host().equals(ceremony.host())).toList();
  }

  private static void mustNotBeTooMany(List<Passkey> all) {
    if (all.size() >= MOST) {
      throw new ProblemException(ProblemType.PASSKEYS_TOO_MANY, MOST);
    }
  }
}
