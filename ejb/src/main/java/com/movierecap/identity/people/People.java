package com.movierecap.identity.people;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Account;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.Sessions;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.Outbox;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's people, in the hands of its administrators. */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class People {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AccountChanges changes;
  @Inject private Sessions sessions;
  @Inject private SecondFactors factors;
  @Inject private Outbox outbox;

  private AccountQueries roster;

  @PostConstruct
  void open() {
    roster = new AccountQueries(em, Account.Kind.PERSON);
  }

  /** Newest first. */
  public Page<Account> list(Page.Request page) {
    return roster.list(page);
  }

  /** Which of these people have a second factor. */
  public Set<UUID> withSecondFactor(List<Account> accounts) {
    return factors.enrolled(accounts.stream().map(Account::id).toList());
  }

  /**
   * @throws ProblemException where there is nobody, or a program is behind it
   */
  public Account get(UUID id) {
    return roster.get(id);
  }

  /**
   * Gives a person another role, shuts them out or lets them in again; their sign-ins end with what
   * they were allowed.
   *
   * @param role or null to keep it
   * @param status as well
   * @param expected the version that was looked at, or null for any
   * @throws ProblemException where nobody would be left to administer the tenant
   */
  public Account change(
      UUID id, @Nullable Role role, Account.@Nullable Status status, @Nullable Integer expected) {
    Origin.current().mustBeInPerson();
    var administrators = Administrators.locked(em);
    var account = roster.locked(id, expected);
    if (role != null && role != account.role()) {
      changes.give(account, role);
      administrators.mustRemain(account);
    }
    if (status != null && status != account.status()) {
      changes.set(account, status);
      administrators.mustRemain(account);
    }
    em.flush();
    return account;
  }

  /**
   * Takes away the second factor of somebody who lost it and the recovery codes too; they are told
   * by mail.
   *
   * @param by who does it: nobody does it to themselves, since a code is asked for that
   * @throws ProblemException where there is none
   */
  public void resetFactor(UUID id, UUID by) {
    Origin.current().mustBeInPerson();
    if (id.equals(by)) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
    var account = roster.locked(id);
    factors.takeAway(id);
    sessions.endAll(id);
    var reads =
        Optional.ofNullable(em.find(Account.class, by))
            .map(writer -> writer.language(Language.EN))
            .orElse(Language.EN);
    outbox.add(
        MailKind.SECOND_FACTOR_RESET,
        account.email(),
        account.language(reads),
        null,
        List.of(Origin.current().name()));
  }
}
