package com.movierecap.portal.identity;

import com.movierecap.identity.session.Entrance;
import com.movierecap.identity.session.SignIns;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.TenantContext;
import com.movierecap.portal.error.Notices;
import com.movierecap.tenancy.TenantDirectory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second step of signing in: a code of the second factor, or one for recovery. */
@Named("signInCode")
@RequestScoped
public class CodeForm {
  @Inject private SignIns signIns;
  @Inject private PendingSignIn pending;
  @Inject private TenantDirectory tenants;
  @Inject private Notices notices;
  @Inject private Welcome welcome;

  private @Nullable String code;
  private @Nullable String recovery;

  public void submit() throws Exception {
    enter(code);
  }

  public void recover() throws Exception {
    enter(recovery);
  }

  private void enter(@Nullable String otp) throws Exception {
    try {
      var who = pending.required();
      var tenant = tenants.resolve(List.of(who.tenant().toString()));
      Entrance entrance =
          TenantContext.call(
              tenant.id(), () -> signIns.enter(who.account(), otp == null ? "" : otp));
      pending.end();
      welcome.in(tenant, entrance);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.SECOND_FACTOR_WRONG
          && e.type() != ProblemType.SECOND_FACTOR_REQUIRED) {
        pending.end();
      }
      notices.problem(e);
    }
  }

  /** Back to address and password. */
  public void again() {
    pending.end();
  }

  /** Whether a code is what is missing. */
  public boolean isAsked() {
    return pending.isThere();
  }

  /** Never written back into the page. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }

  /** Nor is this. */
  public @Nullable String getRecovery() {
    return null;
  }

  public void setRecovery(@Nullable String recovery) {
    this.recovery = recovery;
  }
}
