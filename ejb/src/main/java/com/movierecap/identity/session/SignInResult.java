package com.movierecap.identity.session;

import com.movierecap.identity.Account;
import com.movierecap.identity.factor.FactorMethods;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a proof, whichever it was: password, code, remembered device, passkey, or an
 * organisation's provider. A proof that is wrong is a problem, but for the second of two, which
 * leaves the person where the first one had brought them.
 */
public sealed interface SignInResult {
  /**
   * The account that has signed in.
   *
   * @throws ProblemException where a second factor is still to be shown: why it was not
   */
  SignedIn orElseThrow();

  /**
   * Somebody has proven who they are. Nothing is begun yet: see {@link Sessions#begin} and {@link
   * RefreshTokens#issue}.
   *
   * @param strong whether with a second factor
   * @param impersonation null, or by whom and why, where it is not the person who comes in
   */
  record SignedIn(Account account, boolean strong, @Nullable Impersonation impersonation)
      implements SignInResult {
    public SignedIn(Account account, boolean strong) {
      this(account, strong, null);
    }

    @Override
    public SignedIn orElseThrow() {
      return this;
    }
  }

  /**
   * The first proof was right, and the account has a second factor. Only {@link SignInService}
   * makes one, and asks for it together with the second proof.
   *
   * @param account its id
   * @param methods how the factor can be shown
   * @param why what is wrong with the last try: that there was none, or that it was a wrong one
   */
  record SecondFactorNeeded(UUID account, FactorMethods methods, ProblemType why)
      implements SignInResult, Serializable {
    /** The same, after another try. */
    SecondFactorNeeded because(ProblemType wrong) {
      return new SecondFactorNeeded(account, methods, wrong);
    }

    public ProblemException problem() {
      return new ProblemException(why);
    }

    @Override
    public SignedIn orElseThrow() {
      throw problem();
    }
  }
}
