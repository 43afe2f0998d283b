package com.movierecap.portal.key;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.ServiceAccounts;
import com.movierecap.kernel.Page;
import com.movierecap.portal.page.PagedList;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The programs that have accounts in the organisation, and which is made next. */
@Named("services")
@RequestScoped
public class ServicesForm {
  private static final int ON_A_PAGE = 20;

  @Inject private ServiceAccounts services;
  @Inject private Permissions may;
  @Inject private Steps steps;

  private final PagedList<Account> list = new PagedList<>(ON_A_PAGE, this::read);
  private @Nullable String name;
  private String role = Role.VIEWER.slug();

  private Page<Account> read(Page.Request request) {
    may.mustAdminister();
    return services.list(request);
  }

  public PagedList<Account> getList() {
    return list;
  }

  public void create() throws IOException {
    may.mustAdminister();
    steps.take(
        () -> {
          var made = services.create(name == null ? "" : name, Role.ofTenants(role));
          return ServicePage.of(made).saying("services.created", made.displayName());
        });
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
