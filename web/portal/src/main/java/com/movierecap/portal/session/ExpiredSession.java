package com.movierecap.portal.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a request gets whose session is over. */
@RequestScoped
public class ExpiredSession {
  @Inject private SignedIn signedIn;
  @Inject private IdleTimer presence;
  @Inject private SessionStarter welcome;
  @Inject private SignOut signOut;

  /** Leads to the sign-in page, which says why, and from there back to the page asked for. */
  void come(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var why = presence.over().orElse(SessionEnd.ENDED);
    if (why != SessionEnd.IDLE && signedIn.operator().isPresent()) {
      welcome.back(request, response);
      return;
    }
    signOut.timeOut(request);
    SavedRequest.remember(request, response);
    why.tell(response);
    response.sendRedirect(request.getContextPath() + why.address());
  }

  /** What is no page cannot say why it is not there, and the whole page will. */
  void askForThePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!UserActivityListener.isPart(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var page = SavedRequest.within(request.getContextPath(), request.getHeader("Referer"));
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s\"/>"
                    .formatted(
                        page.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
                + "</partial-response>");
  }
}
