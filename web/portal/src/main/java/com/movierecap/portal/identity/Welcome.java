package com.movierecap.portal.identity;

import com.movierecap.identity.Account;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Makes a session somebody's. */
@RequestScoped
public class Welcome {
  @Inject private SignedIn signedIn;
  @Inject private ActiveLanguage language;

  void in(TenantRef tenant, Account account) {
    signedIn.as(tenant, account);
    account.locale().ifPresent(language::accountReads);
  }
}
