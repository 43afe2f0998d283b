package com.movierecap.portal.account;

import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.account.OwnPassword;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Changes the reader's password. */
@Named("ownPassword")
@RequestScoped
public class PasswordForm {
  @Inject private OwnPassword passwords;
  @Inject private OwnPage page;
  @Inject private SignedIn signedIn;
  @Inject private ChosenPassword chosen;
  @Inject private ActiveLanguage language;

  private @Nullable String present;

  public void change() throws IOException {
    page.then(
        "password.changed",
        () ->
            passwords.change(
                page.proof(present),
                HashedPassword.of(chosen.characters()),
                signedIn.signIn(),
                language.get()));
  }

  /** Never written back into the page. */
  public @Nullable String getPresent() {
    return null;
  }

  public void setPresent(@Nullable String present) {
    this.present = present;
  }
}
