package com.movierecap.portal.console;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Impersonator;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Leads an operator into the place of one of the customer's people. */
@Named("impersonation")
@RequestScoped
public class ImpersonationForm {
  private static final String ADDRESS = "whose";

  @Inject private Impersonator impersonator;
  @Inject private TenantPage tenant;
  @Inject private Permissions may;
  @Inject private Notices notices;

  private @Nullable String email;
  private @Nullable String reason;

  public void begin() throws Exception {
    may.mustManage();
    try {
      impersonator.begin(tenant.uuid(), email == null ? "" : email, reason);
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
