package com.movierecap.portal.account;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.page.Pages;
import com.movierecap.portal.signin.Organisation;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** What all pages have in common that nobody needs to be signed in for. */
@RequestScoped
public class AnonymousPage {
  private static final String PASSWORD = "password";

  @Inject private Organisation organisation;
  @Inject private OpenedLink link;
  @Inject private Notices notices;

  TenantRef tenant() {
    return organisation.resolve();
  }

  String token() {
    return link.token();
  }

  void close() {
    link.forget();
  }

  String title(ProblemException problem) {
    return notices.title(problem);
  }

  String words(ProblemException problem) {
    return notices.words(problem);
  }

  void problem(ProblemException problem) {
    notices.problem(problem, problem.type().name().startsWith("PASSWORD_") ? PASSWORD : null);
  }

  /** Says that something was done, where people sign in. */
  void done(String key, Object... arguments) throws IOException {
    notices.done(key, arguments);
    Pages.open("/sign-in.xhtml");
  }
}
