package com.movierecap.portal.session;

import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;

/**
 * What the caller may do, by the container's roles: pages hide by it, beans refuse by it. Nothing,
 * for whoever still needs a second factor.
 */
@Named("may")
@RequestScoped
public class Permissions {
  @Inject private SecurityContext security;
  @Inject private SignedIn signedIn;
  @Inject private EnrolmentDue enrolment;

  public boolean isView() {
    return has(Role.VIEW);
  }

  public boolean isEdit() {
    return has(Role.EDIT);
  }

  public boolean isAdminister() {
    return has(Role.ADMINISTER);
  }

  /** Whether it is the person themself who reads, and no operator in their place. */
  public boolean isInPerson() {
    return signedIn.operator().isEmpty();
  }

  /** Whether the console is open: operators and auditors. */
  public boolean isOperate() {
    return isManage() || has(Role.AUDIT);
  }

  /** Whether the console's buttons are there too: operators. */
  public boolean isManage() {
    return has(Role.OPERATE);
  }

  /**
   * @throws ProblemException where the caller belongs to no organisation, or is not in to the full
   */
  public void mustView() {
    must(isView());
  }

  /**
   * @throws ProblemException where the caller may only look
   */
  public void mustEdit() {
    must(isEdit());
  }

  /**
   * @throws ProblemException where the caller does not run the platform
   */
  public void mustManage() {
    must(isManage());
  }

  /**
   * @throws ProblemException where the caller does not run their organisation
   */
  public void mustAdminister() {
    must(isAdminister());
  }

  /**
   * @throws ProblemException where the caller runs neither an organisation nor the platform
   */
  public void mustReadTheLog() {
    must(isAdminister() || isOperate());
  }

  private boolean has(String role) {
    return !enrolment.isDue() && security.isCallerInRole(role);
  }

  private static void must(boolean may) {
    if (!may) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
  }
}
