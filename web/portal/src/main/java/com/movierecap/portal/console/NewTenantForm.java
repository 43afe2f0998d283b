package com.movierecap.portal.console;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.session.Permissions;
import com.movierecap.tenancy.NewTenant;
import com.movierecap.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer to be. */
@Named("newTenant")
@RequestScoped
public class NewTenantForm {
  /** In the flash: who was invited. */
  static final String INVITED = "invited";

  private static final Map<String, String> FIELDS =
      Map.of("name", "name", "display_name", "displayName");

  @Inject private Tenants tenants;
  @Inject private Permissions may;
  @Inject private Notices notices;
  @Inject private ActiveLanguage language;

  private @Nullable String name;
  private @Nullable String displayName;
  private String plan = "free";
  private @Nullable String adminEmail;

  public void create() throws IOException {
    may.mustManage();
    try {
      var made =
          tenants.create(
              new NewTenant(
                  name == null ? "" : name,
                  displayName == null ? "" : displayName,
                  plan,
                  adminEmail,
                  language.get()));
      notices.done("console.created", made.displayName());
      var external = FacesContext.getCurrentInstance().getExternalContext();
      if (adminEmail != null) {
        notices.leave(INVITED, adminEmail);
      }
      external.redirect(external.getRequestContextPath() + "/admin/tenant.xhtml?id=" + made.id());
    } catch (ProblemException e) {
      if (e.type() == ProblemType.NAME_TAKEN) {
        notices.problem(e, "name");
      } else {
        notices.entry(e, FIELDS);
      }
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
