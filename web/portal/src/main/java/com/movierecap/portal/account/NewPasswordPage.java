package com.movierecap.portal.account;

import com.movierecap.access.CallContext;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.account.LostPasswords;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.language.ActiveLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Where a link leads that was asked for because of a lost password. */
@Named("newPassword")
@RequestScoped
public class NewPasswordPage {
  @Inject private LostPasswords passwords;
  @Inject private AnonymousPage door;
  @Inject private ChosenPassword chosen;
  @Inject private ActiveLanguage language;

  public void submit() throws IOException {
    try {
      CallContext.in(door.tenant().id())
          .writing()
          .run(
              () -> {
                passwords.mustOpen(door.token());
                var password = HashedPassword.of(chosen.characters());
                passwords.choose(door.token(), password, language.get());
              });
      door.close();
      door.done("reset.done");
    } catch (ProblemException e) {
      door.problem(e);
    }
  }
}
