package com.movierecap.portal.account;

import com.movierecap.access.CallContext;
import com.movierecap.identity.account.OwnAddress;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.language.ActiveLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Where a link leads by which an address turns out to be somebody's own. */
@Named("newAddress")
@RequestScoped
public class NewAddressPage {
  @Inject private OwnAddress address;
  @Inject private AnonymousPage door;
  @Inject private ActiveLanguage language;

  /** By a button: mail programs open links to see where they lead. */
  public void confirm() throws IOException {
    try {
      var confirmed =
          CallContext.in(door.tenant().id())
              .get(() -> address.confirm(door.token(), language.get()));
      door.close();
      door.done("address.done", confirmed);
    } catch (ProblemException e) {
      door.problem(e);
    }
  }
}
