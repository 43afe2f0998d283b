package com.movierecap.api;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The caller's language, by {@code Accept-Language}. */
@RequestScoped
public class RequestLanguage {
  @Inject private HttpServletRequest request;

  public Messages get() {
    return Messages.in(language());
  }

  public Language language() {
    return Language.best(request.getLocales());
  }

  /**
   * A language as a body names it.
   *
   * @param tag BCP 47, or null
   * @throws ProblemException where it is none that we speak
   */
  public static @Nullable Language named(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    return Language.of(tag)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "language: "
                        + String.join(" ", Language.all().stream().map(Language::tag).toList())));
  }
}
