package com.movierecap.portal.console;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.tenancy.NewTenant;
import com.movierecap.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A customer to be. */
@Named("newTenant")
@RequestScoped
public class NewTenantForm {
  /** Left for the page that follows: who was invited. */
  static final String INVITED = "invited";

  @Inject private Tenants tenants;
  @Inject private Permissions may;
  @Inject private Notices notices;
  @Inject private Steps steps;
  @Inject private ActiveLanguage language;

  private @Nullable String name;
  private @Nullable String displayName;
  private String plan = "free";
  private @Nullable String adminEmail;

  public void create() throws IOException {
    may.mustManage();
    steps.take(this::make, this::tell);
  }

  private Next make() {
    var made =
        tenants.create(
            new NewTenant(
                name == null ? "" : name,
                displayName == null ? "" : displayName,
                plan,
                adminEmail,
                language.get()));
    if (adminEmail != null) {
      notices.leave(INVITED, adminEmail);
    }
    return TenantPage.of(made.id()).saying("console.created", made.displayName());
  }

  private void tell(ProblemException problem) {
    if (problem.type() == ProblemType.NAME_TAKEN) {
      notices.problem(problem, "name");
    } else {
      notices.entry(problem, TenantPage.FIELDS);
    }
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName;
  }

  public String getPlan() {
    return plan;
  }

  public void setPlan(String plan) {
    this.plan = plan;
  }

  public @Nullable String getAdminEmail() {
    return adminEmail;
  }

  public void setAdminEmail(@Nullable String adminEmail) {
    this.adminEmail = adminEmail;
  }
}
