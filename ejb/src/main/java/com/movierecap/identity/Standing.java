package com.movierecap.identity;

/** What somebody who has signed in may do now. */
public enum Standing {
  /** Whatever their role includes. */
  FULL,
  /** Nothing but to get a second factor, since their tenant asks for one. */
  ENROLLING,
  /** Nothing: the account has a second factor by now, and this sign-in never showed it. */
  ENDED
}
