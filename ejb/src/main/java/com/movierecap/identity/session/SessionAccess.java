package com.movierecap.identity.session;

import com.movierecap.access.Role;
import com.movierecap.identity.factor.FactorStatus;
import java.util.Set;

/** What somebody who has signed in may do now. */
public enum SessionAccess {
  /** Whatever their role includes. */
  FULL,
  /** Nothing but to get a second factor, since their tenant asks for one. */
  ENROLLING,
  /** Nothing: the account has a second factor by now, and this sign-in never showed it. */
  ENDED;

  /** As in tokens. */
  Set<String> groups(Role role) {
    return switch (this) {
      case FULL -> role.groups();
      case ENROLLING -> Set.of(Role.ENROL);
      case ENDED -> Set.of();
    };
  }

  /**
   * @param strong whether the sign-in showed a second factor
   */
  static SessionAccess of(FactorStatus factor, boolean strong) {
    if (factor.isEnrolled()) {
      return strong ? FULL : ENDED;
    }
    // an organisation's own provider may have seen a factor that is none of ours
    return factor.required() && !strong ? ENROLLING : FULL;
  }
}
