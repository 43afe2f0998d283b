package com.movierecap.portal.session;

import com.movierecap.access.CallContext;
import com.movierecap.identity.session.Sessions;
import com.movierecap.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;

/** Ends the session: by a form's POST only, or since its time is over. */
@Named("signOut")
@RequestScoped
public class SignOut {
  @Inject private SignedIn signedIn;
  @Inject private Sessions sessions;
  @Inject private SessionStarter welcome;

  public void submit() throws ServletException, IOException {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    leave((HttpServletRequest) external.getRequest());
    Pages.open("/sign-in.xhtml");
  }

  /** As its owner wishes; an operator's own goes with the one in somebody's place. */
  void leave(HttpServletRequest request) throws ServletException {
    end(sessions::signOut);
    forget(request);
  }

  /** Since its time is over. */
  void timeOut(HttpServletRequest request) throws ServletException {
    end(sessions::timeOut);
    forget(request);
  }

  private void end(Consumer<UUID> how) {
    // a request that only reads may end it too
    signedIn
        .who()
        .ifPresent(
            who -> CallContext.in(who.tenant()).writing().run(() -> how.accept(signedIn.signIn())));
    signedIn
        .operator()
        .ifPresent(
            operator ->
                CallContext.in(operator.who().tenant())
                    .writing()
                    .run(() -> how.accept(operator.signIn())));
  }

  /** Ends an operator's time in somebody's place, and nothing else. */
  public void back() throws IOException {
    var context = FacesContext.getCurrentInstance();
    var external = context.getExternalContext();
    welcome.back(
        (HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
    context.responseComplete();
  }

  static void forget(HttpServletRequest request) throws ServletException {
    request.logout();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
