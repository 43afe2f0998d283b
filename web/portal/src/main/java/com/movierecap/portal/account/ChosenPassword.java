package com.movierecap.portal.account;

import com.movierecap.identity.PasswordRule;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A password that somebody is choosing, and how hard it would be to guess. */
@Named("chosen")
@RequestScoped
public class ChosenPassword {
  @Inject private SignedIn signedIn;

  private @Nullable String password;

  char[] characters() {
    return (password == null ? "" : password).toCharArray();
  }

  public boolean isThere() {
    return password != null;
  }

  /** 0 (at once) to 4 (never). */
  public int getScore() {
    var own = signedIn.who().map(who -> List.of(who.email(), who.displayName())).orElse(List.of());
    return PasswordRule.score(password == null ? "" : password, own);
  }

  /** Never written back into the page. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
