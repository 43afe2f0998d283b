package com.movierecap.portal.key;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.ServiceAccounts;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One service account: what it is called, what it may do, and whether it may come in. */
@Named("service")
@ViewScoped
public class ServicePage implements Serializable {
  @Inject private ServiceAccounts services;
  @Inject private Permissions may;
  @Inject private Steps steps;

  private @Nullable String id;
  private transient @Nullable Account account;
  private @Nullable String name;
  private @Nullable String role;

  /** Also says whether there is such an account at all, before anything is written. */
  public void load() {
    getAccount();
  }

  public Account getAccount() {
    var known = account;
    if (known == null) {
      may.mustAdminister();
      known = services.get(Address.id(id));
      account = known;
    }
    return known;
  }

  public void save() throws IOException {
    change(getName(), Role.ofTenants(getRole()), null);
  }

  public void disable() throws IOException {
    change(null, null, Account.Status.DISABLED);
  }

  public void enable() throws IOException {
    change(null, null, Account.Status.ACTIVE);
  }

  private void change(
      @Nullable String newName, @Nullable Role newRole, Account.@Nullable Status status)
      throws IOException {
    may.mustAdminister();
    steps.take(
        () -> {
          var changed = services.change(getAccount().id(), newName, newRole, status, null);
          return of(changed).saying("services.saved", changed.displayName());
        });
  }

  /** The page about an account. */
  static Next of(Account account) {
    return Next.page("/service.xhtml", account.id());
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public String getName() {
    return name == null ? getAccount().displayName() : name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getRole() {
    return role == null ? getAccount().role().slug() : role;
  }

  public void setRole(@Nullable String role) {
    this.role = role;
  }
}
