package com.movierecap.portal.sso;

import com.movierecap.identity.sso.OidcLogin;
import com.movierecap.identity.sso.PendingAuthorization;
import com.movierecap.portal.signin.SignInSteps;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** Takes what the provider says of whom it has sent, as the sign-in page takes a password. */
@RequestScoped
public class SsoArrival {
  @Inject private OidcLogin login;
  @Inject private SignInSteps steps;

  void finish(
      TenantRef tenant,
      PendingAuthorization attempt,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var answer = new HashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> answer.put(name, Arrays.asList(values)));
    steps.first(tenant, () -> login.finish(attempt, answer), request, response);
  }
}
