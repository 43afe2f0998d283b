package com.movierecap.identity.account;

import com.movierecap.audit.OpenTo;
import com.movierecap.audit.Origin;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.account.AccountLink.Purpose;
import com.movierecap.identity.session.SignIns;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the password of somebody who knows the present one. */
@Stateless
@OpenTo({Role.VIEW, Role.AUDIT})
public class OwnPassword {
  @Inject private Accounts accounts;
  @Inject private PresentPassword proof;
  @Inject private AccountLinks links;
  @Inject private OwnNotices notices;
  @Inject private SignIns signIns;

  /**
   * Every other sign-in ends, and no link that was sent before opens the account.
   *
   * @param signIn the one that goes on, or null
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where the present one is another, or the chosen one cannot be taken
   */
  public void change(
      UUID id, char[] present, char[] chosen, @Nullable UUID signIn, Language otherwise) {
    Origin.current().mustBeInPerson();
    var account = accounts.get(id);
    proof.mustBe(account, present);
    accounts.choose(account, chosen);
    links.forget(id, Purpose.PASSWORD);
    signIns.endOthers(id, signIn);
    notices.passwordChanged(account, otherwise);
  }
}
