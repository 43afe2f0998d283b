package com.movierecap.identity;

import com.movierecap.kernel.ProblemType;
import java.util.Locale;

/** What is tried, and may not be tried at will; each is counted by itself. */
public enum AttemptKind {
  /** At the door. */
  PASSWORD(ProblemType.PASSWORD_PAUSED),
  /** Of somebody who is signed in. */
  PRESENT_PASSWORD(ProblemType.PASSWORD_PAUSED),
  /** Of the second factor, or one for recovery. */
  CODE(ProblemType.SECOND_FACTOR_PAUSED),
  LINK(ProblemType.TOKENS_PAUSED),
  INVITATION(ProblemType.TOKENS_PAUSED),
  PASSKEY(ProblemType.TOKENS_PAUSED),
  REFRESH_TOKEN(ProblemType.TOKENS_PAUSED),
  /** The state of a sign-in by a provider. */
  SSO_STATE(ProblemType.TOKENS_PAUSED),
  RESET_MAIL(ProblemType.MAIL_PAUSED),
  INVITATION_MAIL(ProblemType.MAIL_PAUSED),
  ADDRESS_MAIL(ProblemType.MAIL_PAUSED);

  private final ProblemType paused;

  AttemptKind(ProblemType paused) {
    this.paused = paused;
  }

  /** What is said to whoever has to wait. */
  ProblemType paused() {
    return paused;
  }

  String key() {
    return "tries:" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ":";
  }
}
