package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.Sessions;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds and removes passkeys of somebody who knows the password: a borrowed session does not do. */
@Stateless
@AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
public class OwnPasskeys {
  @Inject private Accounts accounts;
  @Inject private Passkeys passkeys;
  @Inject private SecondFactors factors;
  @Inject private Sessions sessions;
  @Inject private OwnNotices notices;

  /** Whether the account has a password: who comes in by a provider alone needs no passkey. */
  public boolean isPossible(UUID account) {
    return accounts.get(account).hasPassword();
  }

  /**
   * As {@link Passkeys#offer}.
   *
   * @throws ProblemException where there are too many passkeys
   */
  public String offer(PasswordProof present, Ceremony ceremony) {
    Origin.current().mustBeInPerson();
    return passkeys.offer(present.owner(accounts).id(), ceremony);
  }

  /**
   * Adds what was made by an offer. Whoever adds one has it at hand: their sign-in counts as one
   * with a second factor, and every other that began without is over.
   *
   * @param ceremony that of the offer
   * @param answer RegistrationResponseJSON
   * @param name what its owner calls it, or null
   * @param signIn their own
   * @param otherwise the language of somebody who chose none
   * @return recovery codes, never to be seen again; none where the account has some already
   * @throws ProblemException where the answer is none to the ceremony, or the name is none
   */
  public List<String> add(
      UUID account,
      Ceremony ceremony,
      String answer,
      @Nullable String name,
      UUID signIn,
      Language otherwise) {
    Origin.current().mustBeInPerson();
    var owner = accounts.get(account);
    var called = name == null || name.isBlank() ? ceremony.host() : name;
    var passkey = passkeys.add(account, ceremony, answer, called);
    sessions.showedFactor(signIn);
    notices.passkeyAdded(owner, passkey.name(), otherwise);
    return factors.recoveryCodesFor(account);
  }

  /**
   * @throws ProblemException where the account has no such passkey, or it is the last factor and
   *     the tenant asks for one
   */
  public void remove(PasswordProof present, UUID id) {
    Origin.current().mustBeInPerson();
    passkeys.remove(present.owner(accounts).id(), id);
  }
}
