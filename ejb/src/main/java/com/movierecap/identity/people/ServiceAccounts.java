package com.movierecap.identity.people;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Programs that work for the bound tenant, in the hands of its administrators. They come in by keys
 * alone, get no mail, and administer nothing that a last administrator could leave to them.
 */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class ServiceAccounts {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private AccountChanges changes;

  @Inject private Clock clock;
  private AccountQueries roster;

  /** What the log keeps of a name. */
  private record Facts(String name) {}

  @PostConstruct
  void open() {
    roster = new AccountQueries(em, Account.Kind.SERVICE);
  }

  /** Newest first. */
  public Page<Account> list(Page.Request page) {
    return roster.list(page);
  }

  /**
   * @throws ProblemException where there is none, or a person is behind it
   */
  public Account get(UUID id) {
    return roster.get(id);
  }

  /**
   * @throws ProblemException where the name is none, or the role is none that a tenant gives
   */
  public Account create(String name, Role role) {
    Origin.current().mustBeInPerson();
    var account = Account.service(name, role, Instant.now(clock));
    em.persist(account);
    audit.record(AuditAction.SERVICE_ACCOUNT_CREATED, account.called());
    em.flush();
    return account;
  }

  /**
   * Calls it something else, gives it another role, shuts it out or lets it in again; what is null
   * stays. Its keys open at once what it may do then.
   *
   * @param expected the version that was looked at, or null for any
   */
  public Account change(
      UUID id,
      @Nullable String name,
      @Nullable Role role,
      Account.@Nullable Status status,
      @Nullable Integer expected) {
    Origin.current().mustBeInPerson();
    var account = roster.locked(id, expected);
    if (name != null && !name.strip().equals(account.displayName())) {
      var before = new Facts(account.displayName());
      account.callIt(name);
      var after = new Facts(account.displayName());
      audit.record(AuditAction.SERVICE_ACCOUNT_RENAMED, account.called(), before, after);
    }
    if (role != null && role != account.role()) {
      changes.give(account, role);
    }
    if (status != null && status != account.status()) {
      changes.set(account, status);
    }
    em.flush();
    return account;
  }
}
