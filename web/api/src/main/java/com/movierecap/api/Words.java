package com.movierecap.api;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The caller's language, by {@code Accept-Language}. */
@RequestScoped
public class Words {
  @Inject private HttpServletRequest request;

  public Messages get() {
    return Messages.in(Language.best(request.getLocales()));
  }
}
