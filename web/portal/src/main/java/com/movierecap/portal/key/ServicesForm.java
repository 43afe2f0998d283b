package com.movierecap.portal.key;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.ServiceAccounts;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.library.Address;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The programs that have accounts in the organisation, and which is made next. */
@Named("services")
@RequestScoped
public class ServicesForm {
  private static final int ON_A_PAGE = 20;

  @Inject private ServiceAccounts services;
  @Inject private Permissions may;
  @Inject private Notices notices;

  private @Nullable String after;
  private @Nullable Page<Account> listed;
  private @Nullable String name;
  private String role = Role.VIEWER.slug();

  private Page<Account> page() {
    var known = listed;
    if (known == null) {
      may.mustAdminister();
      var cursor = after == null ? null : Address.id(after);
      known = services.list(new Page.Request(ON_A_PAGE, cursor));
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

  public void create() throws IOException {
    may.mustAdminister();
    try {
      var made = services.create(name == null ? "" : name, Role.ofTenants(role));
      notices.done("services.created", made.displayName());
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/service.xhtml?id=" + made.id());
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }
}
