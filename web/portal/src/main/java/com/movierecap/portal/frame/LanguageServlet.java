package com.movierecap.portal.frame;

import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.session.SameOriginCheck;
import com.movierecap.portal.session.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The language switch: remembers the choice and goes back to the page it was made on, with its
 * query. Not a Faces form, so that it works on error pages and expired views too.
 */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
  @Inject private ActiveLanguage language;
  @Inject private SignedIn signedIn;
  @Inject private Accounts accounts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var tag = request.getParameter("to");
    if (tag != null && SameOriginCheck.isOurs(request)) {
      Language.of(tag)
          .ifPresent(
              chosen -> {
                language.choose(chosen, response);
                signedIn.who().ifPresent(who -> accounts.speak(who.account(), chosen));
              });
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", back(request.getContextPath(), request.getParameter("back")));
  }

  /** Never to another site, whatever a form says. */
  static String back(String portal, @Nullable String wished) {
    var home = portal + "/";
    return wished != null
            && wished.startsWith(home)
            && !wished.startsWith("//")
            && wished.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\')
        ? wished
        : home;
  }
}
