package com.movierecap.portal.signin;

import com.movierecap.access.CallContext;
import com.movierecap.identity.session.SignInResult;
import com.movierecap.identity.session.SignInResult.SecondFactorNeeded;
import com.movierecap.identity.session.SignInService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.SessionStarter;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Leads whoever signs in from one proof to the next, whichever it was: into the portal, or to the
 * page that asks for their second factor. Until that is right, they are nobody.
 */
@RequestScoped
public class SignInSteps {
  @Inject private SignInService signIn;
  @Inject private Organisation organisation;
  @Inject private PendingSignIn pending;
  @Inject private SessionStarter welcome;
  @Inject private Notices notices;

  /** As {@link #first(TenantRef, Supplier)}, for somebody who has said whose they are. */
  void first(UUID tenant, Supplier<SignInResult> proof) throws IOException {
    first(organisation.at(tenant), proof);
  }

  /**
   * Takes a first proof.
   *
   * @throws ProblemException where it is wrong
   */
  void first(TenantRef tenant, Supplier<SignInResult> proof) throws IOException {
    var context = FacesContext.getCurrentInstance();
    var external = context.getExternalContext();
    first(
        tenant,
        proof,
        (HttpServletRequest) external.getRequest(),
        (HttpServletResponse) external.getResponse());
    context.responseComplete();
  }

  /** As {@link #first(TenantRef, Supplier)}, outside of Faces. */
  public void first(
      TenantRef tenant,
      Supplier<SignInResult> proof,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var result =
        CallContext.in(tenant.id()).writing().get(() -> orRemembered(proof.get(), request));
    if (result instanceof SecondFactorNeeded needed) {
      pending.begin(tenant.id(), needed);
      request.changeSessionId();
      response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    } else {
      pending.end();
      welcome.in(tenant, result.orElseThrow(), request, response);
    }
  }

  /** Whoever has said that this browser is theirs shows what it holds. */
  private SignInResult orRemembered(SignInResult result, HttpServletRequest request) {
    return result instanceof SecondFactorNeeded needed
        ? signIn.device(needed, DeviceCookie.of(request, needed.account()))
        : result;
  }

  /**
   * Takes a second proof; after a wrong one the page says why, and asks again.
   *
   * @throws ProblemException where nobody may try on: they begin anew
   */
  void second(Function<SecondFactorNeeded, SignInResult> proof) throws IOException {
    var first = pending.required();
    TenantRef tenant;
    SignInResult result;
    try {
      tenant = organisation.at(first.tenant());
      result = CallContext.in(tenant.id()).writing().get(() -> proof.apply(first.needed()));
    } catch (ProblemException e) {
      pending.end();
      throw e;
    }
    if (result instanceof SecondFactorNeeded needed) {
      notices.problem(needed.problem());
    } else {
      pending.end();
      welcome.in(tenant, result.orElseThrow());
    }
  }

  /**
   * Asks something about whoever has shown their first proof.
   *
   * @throws ProblemException where that took too long, or their tenant lets nobody in
   */
  <V> V ask(Function<SecondFactorNeeded, V> question) {
    var first = pending.required();
    return CallContext.in(organisation.at(first.tenant()).id())
        .writing()
        .get(() -> question.apply(first.needed()));
  }
}
