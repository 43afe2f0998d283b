package com.movierecap.portal.account;

import com.movierecap.access.CallContext;
import com.movierecap.identity.account.ResetRequests;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.language.ActiveLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks for a link to choose a new password by. */
@Named("forgotten")
@RequestScoped
public class ForgottenPage {
  @Inject private ResetRequests requests;
  @Inject private AnonymousPage door;
  @Inject private ActiveLanguage language;

  private @Nullable String email;

  public void submit() throws IOException {
    try {
      var address = email == null ? "" : email;
      CallContext.in(door.tenant().id()).writing().run(() -> requests.ask(address, language.get()));
      door.done("forgotten.sent");
    } catch (ProblemException e) {
      door.problem(e);
    }
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }
}
