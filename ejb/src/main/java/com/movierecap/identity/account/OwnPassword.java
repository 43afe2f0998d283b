package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.account.AccountLink.Purpose;
import com.movierecap.identity.session.Sessions;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the password of somebody who knows the present one. */
@Stateless
@AllowedTo({Role.VIEW, Role.AUDIT})
public class OwnPassword {
  @Inject private Accounts accounts;
  @Inject private AccountLinks links;
  @Inject private OwnNotices notices;
  @Inject private Sessions sessions;

  /**
   * Every other sign-in ends, and no link that was sent before opens the account.
   *
   * @param signIn the one that goes on, or null
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where the chosen one cannot be taken
   */
  public void change(
      PasswordProof present, HashedPassword chosen, @Nullable UUID signIn, Language otherwise) {
    Origin.current().mustBeInPerson();
    var account = present.owner(accounts);
    accounts.choose(account, chosen);
    links.forget(account.id(), Purpose.PASSWORD);
    sessions.endOthers(account.id(), signIn);
    notices.passwordChanged(account, otherwise);
  }
}
