package com.movierecap.portal.people;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.People;
import com.movierecap.kernel.Page;
import com.movierecap.portal.library.Address;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who belongs to the organisation, and what they may do. */
@Named("people")
@RequestScoped
public class PeoplePage {
  private static final int ON_A_PAGE = 50;

  @Inject private People people;
  @Inject private SignedIn signedIn;
  @Inject private PeopleSteps steps;

  private @Nullable String after;
  private @Nullable Page<Account> listed;
  private @Nullable Set<UUID> factored;

  /** Says whether the reader may be here at all, before anything is written. */
  public void load() {
    page();
  }

  private Page<Account> page() {
    var known = listed;
    if (known == null) {
      steps.mustAdminister();
      var cursor = after == null ? null : Address.id(after);
      known = people.list(new Page.Request(ON_A_PAGE, cursor));
      listed = known;
    }
    return known;
  }

  public List<Account> getAll() {
    return page().items();
  }

  public @Nullable UUID getNext() {
    return page().next();
  }

  public List<Role> getRoles() {
    return Role.ofTenants();
  }

  public boolean isReader(UUID id) {
    return signedIn.required().account().equals(id);
  }

  public boolean isFactored(UUID id) {
    var known = factored;
    if (known == null) {
      known = people.withSecondFactor(getAll());
      factored = known;
    }
    return known.contains(id);
  }

  public void give(Account account, Role role) throws IOException {
    steps.take("people.changed", account.displayName(), () -> change(account, role, null));
  }

  public void disable(Account account) throws IOException {
    steps.take(
        "people.changed",
        account.displayName(),
        () -> change(account, null, Account.Status.DISABLED));
  }

  public void enable(Account account) throws IOException {
    steps.take(
        "people.changed",
        account.displayName(),
        () -> change(account, null, Account.Status.ACTIVE));
  }

  public void resetFactor(Account account) throws IOException {
    steps.take(
        "people.factor.done",
        account.displayName(),
        () -> people.resetFactor(account.id(), signedIn.required().account()));
  }

  private void change(Account account, @Nullable Role role, Account.@Nullable Status status) {
    people.change(account.id(), role, status, null);
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
