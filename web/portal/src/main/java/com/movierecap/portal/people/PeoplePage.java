package com.movierecap.portal.people;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.People;
import com.movierecap.kernel.Page;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.page.PagedList;
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

  private final PagedList<Account> list = new PagedList<>(ON_A_PAGE, this::read);
  private final Once<Set<UUID>> factored =
      new Once<>(() -> people.withSecondFactor(list.getItems()));

  /** Says whether the reader may be here at all, before anything is written. */
  public void load() {
    list.load();
  }

  private Page<Account> read(Page.Request request) {
    steps.mustAdminister();
    return people.list(request);
  }

  public PagedList<Account> getList() {
    return list;
  }

  public List<Role> getRoles() {
    return Role.ofTenants();
  }

  public boolean isReader(UUID id) {
    return signedIn.required().account().equals(id);
  }

  public boolean isFactored(UUID id) {
    return factored.get().contains(id);
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
}
