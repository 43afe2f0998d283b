package com.movierecap.portal.account;

import com.movierecap.identity.session.Sessions;
import com.movierecap.identity.session.SignIn;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the reader is signed in, and how to end that. */
@Named("sessions")
@RequestScoped
public class SessionList {
  @Inject private Sessions sessions;
  @Inject private SignedIn signedIn;
  @Inject private OwnPage page;

  private @Nullable List<SignIn> all;

  public List<SignIn> getAll() {
    var known = all;
    if (known == null) {
      known = sessions.list(page.account());
      all = known;
    }
    return known;
  }

  /** Whether it is the session that this page belongs to. */
  public boolean isThis(SignIn signIn) {
    return signIn.id().equals(signedIn.signIn());
  }

  public boolean isOfPortal(SignIn signIn) {
    return signIn.kind() == SignIn.Kind.PORTAL;
  }

  public void end(UUID id) throws IOException {
    page.then("sessions.ended", () -> sessions.end(page.account(), id));
  }

  public void endOthers() throws IOException {
    page.then("sessions.others-ended", () -> sessions.endOthers(page.account(), signedIn.signIn()));
  }
}
