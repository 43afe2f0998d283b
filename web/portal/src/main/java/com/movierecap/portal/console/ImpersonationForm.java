package com.movierecap.portal.console;

import com.movierecap.identity.session.Entrance;
import com.movierecap.identity.session.Impersonations;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.TenantContext;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.identity.Permissions;
import com.movierecap.portal.identity.SignedIn;
import com.movierecap.portal.identity.Welcome;
import com.movierecap.tenancy.TenantDirectory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads an operator into the place of one of the customer's people. */
@Named("impersonation")
@RequestScoped
public class ImpersonationForm {
  private static final String ADDRESS = "whose";

  @Inject private Impersonations impersonations;
  @Inject private TenantDirectory tenants;
  @Inject private TenantPage tenant;
  @Inject private SignedIn signedIn;
  @Inject private Permissions may;
  @Inject private Welcome welcome;
  @Inject private Notices notices;

  private @Nullable String email;
  private @Nullable String reason;

  public void begin() throws Exception {
    may.mustManage();
    try {
      var place = tenants.resolve(List.of(tenant.uuid().toString()));
      Entrance entrance =
          TenantContext.call(
              place.id(),
              () -> impersonations.begin(email == null ? "" : email, reason, signedIn.signIn()));
      welcome.in(place, entrance);
    } catch (ProblemException e) {
      notices.problem(e, e.type() == ProblemType.ACCOUNT_NOT_FOUND ? ADDRESS : null);
    }
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }
}
