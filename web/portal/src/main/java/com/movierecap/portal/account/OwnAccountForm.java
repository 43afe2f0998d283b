package com.movierecap.portal.account;

import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the reader is called, and which language they read. */
@Named("profile")
@RequestScoped
public class OwnAccountForm {
  @Inject private Accounts accounts;
  @Inject private SignedIn signedIn;
  @Inject private ActiveLanguage language;
  @Inject private OwnPage page;

  private @Nullable String name;
  private @Nullable String tag;

  public void save() throws IOException {
    page.then(
        "profile.saved",
        () -> {
          var chosen = Language.of(tag == null ? "" : tag).orElse(language.get());
          var account = accounts.describe(page.account(), getName(), chosen);
          signedIn.isCalled(account.displayName());
          var external = FacesContext.getCurrentInstance().getExternalContext();
          language.choose(chosen, (HttpServletResponse) external.getResponse());
        });
  }

  public String getName() {
    return name == null ? signedIn.required().displayName() : name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getTag() {
    return tag == null ? language.getTag() : tag;
  }

  public void setTag(@Nullable String tag) {
    this.tag = tag;
  }
}
