package com.movierecap.portal.identity;

import com.movierecap.identity.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;

/** What the caller may do, by the container's roles: pages hide by it, beans refuse by it. */
@Named("may")
@RequestScoped
public class Permissions {
  @Inject private SecurityContext security;

  public boolean isView() {
    return security.isCallerInRole(Role.VIEW);
  }

  public boolean isEdit() {
    return security.isCallerInRole(Role.EDIT);
  }

  public boolean isOperate() {
    return security.isCallerInRole(Role.OPERATE) || security.isCallerInRole(Role.AUDIT);
  }

  /**
   * @throws ProblemException where the caller may only look
   */
  public void mustEdit() {
    if (!isEdit()) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
  }
}
