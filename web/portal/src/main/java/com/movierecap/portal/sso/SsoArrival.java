package com.movierecap.portal.sso;

import com.movierecap.identity.session.Entrance;
import com.movierecap.identity.session.SignIns;
import com.movierecap.identity.sso.Attempt;
import com.movierecap.identity.sso.SsoDoor;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.session.Welcome;
import com.movierecap.portal.signin.DeviceCookie;
import com.movierecap.portal.signin.PendingSignIn;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Lets in whom the provider has sent. Where it has seen one factor alone, and the account has a
 * second one with us, that is asked for as it is after a password.
 */
@RequestScoped
public class SsoArrival {
  @Inject private SsoDoor door;
  @Inject private SignIns signIns;
  @Inject private PendingSignIn pending;
  @Inject private Welcome welcome;

  void finish(
      TenantRef tenant, Attempt attempt, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var answer = new HashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> answer.put(name, Arrays.asList(values)));
    var arrived = door.finish(attempt, answer);
    var account = arrived.account();
    try {
      var entrance =
          arrived.factored()
              ? new Entrance(account, true)
              : signIns.enter(account.id(), null, DeviceCookie.of(request, account.id()));
      welcome.in(tenant, entrance, request, response);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.SECOND_FACTOR_REQUIRED) {
        throw e;
      }
      pending.begin(tenant.id(), account.id());
      request.changeSessionId();
      response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    }
  }
}
