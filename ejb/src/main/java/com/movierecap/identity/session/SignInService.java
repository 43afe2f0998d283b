package com.movierecap.identity.session;

import com.movierecap.access.AllowedTo;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.Passwords;
import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.identity.factor.RememberedDevices;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.SignInResult.SecondFactorNeeded;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what people of the bound tenant show to sign in, as often as {@link AttemptLimiter}
 * allows, and says who they are. Begins no session: {@link Sessions} does, and {@link
 * RefreshTokens} for programs. Holds no transaction, and with it no connection, while somebody
 * waits for their turn.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class SignInService {
  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private SecondFactors factors;
  @Inject private Passkeys passkeys;
  @Inject private RememberedDevices devices;

  /**
   * Signs in by address and password. The same work is done where there is no such account.
   *
   * @throws ProblemException where one of them is wrong, or too many were
   */
  public SignInResult password(String email, char[] password) {
    return afterOneProof(passwords.prove(email, password));
  }

  /**
   * Signs in somebody whom the tenant's provider has sent.
   *
   * @param strong whether the provider has seen a second factor
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public SignInResult provider(Account account, boolean strong) {
    return strong ? new SignedIn(account, true) : afterOneProof(account);
  }

  /**
   * Signs in by a passkey and nothing else: it is a second factor by itself.
   *
   * @param claimed whom the answer names
   * @param answer AuthenticationResponseJSON
   * @throws ProblemException where it is no passkey of that account's, too many were not, or the
   *     tenant's people come in by its provider only
   */
  public SignInResult passkey(UUID claimed, Ceremony ceremony, String answer) {
    accounts.mustTakeProofs();
    return passkeys
        .prove(claimed, ceremony, answer)
        .map(SignInService::withFactor)
        .orElseThrow(() -> new ProblemException(ProblemType.PASSKEY_REFUSED));
  }

  /**
   * Shows a passkey after a first proof.
   *
   * @param answer AuthenticationResponseJSON
   * @throws ProblemException where too many were wrong, or the account may not come in any more
   */
  public SignInResult passkey(SecondFactorNeeded first, Ceremony ceremony, String answer) {
    return passkeys
        .prove(first.account(), ceremony, answer)
        .map(SignInService::withFactor)
        .orElseGet(() -> first.because(ProblemType.PASSKEY_REFUSED));
  }

  /**
   * Shows a code after a first proof. Signs in without one where the factor was taken away since.
   *
   * @param otp a code of the account's program, or one for recovery; null where none was shown
   * @throws ProblemException where too many were wrong, or the account may not come in any more
   */
  public SignInResult code(SecondFactorNeeded first, @Nullable String otp) {
    var account = mustBeActive(accounts.get(first.account()));
    if (factors.methods(account.id()).isEmpty()) {
      return new SignedIn(account, false);
    }
    if (otp == null || otp.isBlank()) {
      return first.because(ProblemType.SECOND_FACTOR_REQUIRED);
    }
    return factors.prove(account, otp)
        ? new SignedIn(account, true)
        : first.because(ProblemType.SECOND_FACTOR_WRONG);
  }

  /**
   * Shows what a remembered device holds instead of a second factor. A wrong one is no try.
   *
   * @param token null where the device holds nothing
   * @throws ProblemException where the account may not come in any more
   */
  public SignInResult device(SecondFactorNeeded first, @Nullable String token) {
    var account = mustBeActive(accounts.get(first.account()));
    return devices.knows(account, token) ? new SignedIn(account, true) : first;
  }

  private SignInResult afterOneProof(Account account) {
    return factors
        .methods(account.id())
        .<SignInResult>map(
            methods ->
                new SecondFactorNeeded(account.id(), methods, ProblemType.SECOND_FACTOR_REQUIRED))
        .orElseGet(() -> new SignedIn(account, false));
  }

  private static SignInResult withFactor(Account account) {
    return new SignedIn(mustBeActive(account), true);
  }

  private static Account mustBeActive(Account account) {
    if (!account.mayCome()) {
      throw new ProblemException(ProblemType.WRONG_CREDENTIALS);
    }
    return account;
  }
}
