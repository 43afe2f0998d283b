package com.movierecap.identity.account;

import com.movierecap.audit.Origin;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.SignIns;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Adds and removes passkeys of somebody who knows the password: a borrowed session does not do. */
@Stateless
public class OwnPasskeys {
  @Inject private Accounts accounts;
  @Inject private PresentPassword proof;
  @Inject private Passkeys passkeys;
  @Inject private SecondFactors factors;
  @Inject private SignIns signIns;
  @Inject private OwnNotices notices;

  /**
   * Whoever adds one has it at hand: their sign-in counts as one with a second factor, and every
   * other that began without is over.
   *
   * @param answer RegistrationResponseJSON
   * @param name what its owner calls it
   * @param signIn their own
   * @param otherwise the language of somebody who chose none
   * @return recovery codes, never to be seen again; none where the account has some already
   * @throws ProblemException where the password is another, the answer is none to the ceremony, or
   *     the name is none
   */
  public List<String> add(
      UUID account,
      char[] present,
      Ceremony ceremony,
      String answer,
      String name,
      UUID signIn,
      Language otherwise) {
    Origin.current().mustBeInPerson();
    var owner = accounts.get(account);
    proof.mustBe(owner, present);
    var passkey = passkeys.add(account, ceremony, answer, name);
    signIns.showedFactor(signIn);
    notices.passkeyAdded(owner, passkey.name(), otherwise);
    return factors.recoveryCodesFor(account);
  }

  /**
   * @throws ProblemException where the password is another, the account has no such passkey, or it
   *     is the last factor and the tenant asks for one
   */
  public void remove(UUID account, char[] present, UUID id) {
    Origin.current().mustBeInPerson();
    proof.mustBe(accounts.get(account), present);
    passkeys.remove(account, id);
  }
}
