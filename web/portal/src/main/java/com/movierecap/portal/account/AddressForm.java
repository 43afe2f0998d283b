package com.movierecap.portal.account;

import com.movierecap.identity.account.OwnAddress;
import com.movierecap.portal.language.ActiveLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks for another address of the reader's. */
@Named("ownAddress")
@RequestScoped
public class AddressForm {
  @Inject private OwnAddress addresses;
  @Inject private OwnPage page;
  @Inject private ActiveLanguage language;

  private @Nullable String email;
  private @Nullable String password;

  public void ask() throws IOException {
    var wanted = email == null ? "" : email;
    page.then(
        "profile.email.asked",
        () -> addresses.ask(page.proof(password), wanted, language.get()),
        wanted);
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  /** Never written back into the page. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
