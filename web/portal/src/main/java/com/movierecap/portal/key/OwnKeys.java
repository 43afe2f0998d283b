package com.movierecap.portal.key;

import com.movierecap.identity.key.Scope;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.session.Permissions;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The reader's own keys. */
@Named("ownKeys")
@RequestScoped
public class OwnKeys extends KeysForm {
  @Inject private SignedIn signedIn;
  @Inject private Permissions may;

  @Override
  UUID owner() {
    may.mustView();
    return signedIn.required().account();
  }

  @Override
  Next page() {
    return Next.page("/security.xhtml");
  }

  @Override
  public List<Scope> getPossible() {
    return Scope.of(signedIn.required().role());
  }
}
