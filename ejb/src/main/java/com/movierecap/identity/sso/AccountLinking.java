package com.movierecap.identity.sso;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.TenantDomains;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which account of the bound tenant somebody is whom its provider has sent. Known by issuer and
 * subject; somebody new is an account's owner only by an address that the provider has verified and
 * whose domain the tenant has proven.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class AccountLinking {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private Accounts accounts;
  @Inject private TenantDomains domains;
  @Inject private Clock clock;

  /** What the log keeps of a role. */
  private record Facts(String role) {}

  /**
   * @throws ProblemException where nobody may come in by that
   */
  public Account recognise(SsoSettings settings, OidcUser person) {
    var role = settings.role(person.groups()).orElseThrow(() -> refused(person));
    var account = find(person).map(accounts::get).orElseGet(() -> admitted(settings, person, role));
    if (!account.mayCome()) {
      throw refused(person);
    }
    if (account.role() != role) {
      var before = new Facts(account.role().slug());
      account.become(role);
      audit.record(AuditAction.SSO_ROLE_CHANGED, account.email(), before, new Facts(role.slug()));
    }
    return account;
  }

  private Optional<UUID> find(OidcUser person) {
    return em.createQuery(
            "select i.accountId from SsoIdentity i where i.issuer = :issuer and i.subject ="
                + " :subject",
            UUID.class)
        .setParameter("issuer", person.issuer())
        .setParameter("subject", person.subject())
        .getResultStream()
        .findFirst();
  }

  private Account admitted(SsoSettings settings, OidcUser person, Role role) {
    var email = person.email();
    var domain = person.emailDomain();
    if (email == null
        || !settings.emailDomains().contains(domain)
        || !domains.proven().contains(domain)) {
      throw refused(person);
    }
    var known = accounts.find(email);
    if (known.isPresent() && !known.get().mayCome()
        || known.isEmpty() && !settings.makesAccounts()
        || known.isPresent() && isSomebodyElses(person.issuer(), known.get())) {
      throw refused(person);
    }
    var account = known.orElseGet(() -> accounts.provision(email, person.name(), role));
    em.persist(
        new SsoIdentity(account.id(), person.issuer(), person.subject(), Instant.now(clock)));
    try {
      em.flush();
    } catch (PersistenceException e) {
      // the same person in two windows at once
      throw new ProblemException(ProblemType.SSO_FAILED);
    }
    audit.record(account.origin(), AuditAction.SSO_LINKED, account.email());
    return account;
  }

  /** An address may be given to a new colleague; the account stays its first owner's. */
  private boolean isSomebodyElses(String issuer, Account account) {
    return em.createQuery(
                "select count(i) from SsoIdentity i where i.issuer = :issuer and i.accountId ="
                    + " :account",
                Long.class)
            .setParameter("issuer", issuer)
            .setParameter("account", account.id())
            .getSingleResult()
        > 0;
  }

  private ProblemException refused(OidcUser person) {
    audit.refused(AuditAction.SIGN_IN, person.called().replaceAll("\\p{Cntrl}", "?"));
    return new ProblemException(ProblemType.SSO_NOT_ENTITLED);
  }
}
