package com.movierecap.portal.session;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells a page how long its session still goes on (seconds), and takes what its reader answers when
 * it says that it will end. Asking is not doing anything; answering is.
 */
@WebServlet(SessionServlet.PATH)
public class SessionServlet extends HttpServlet {
  static final String PATH = "/session";

  @Inject private SignedIn signedIn;
  @Inject private IdleTimer presence;
  @Inject private SignOut signOut;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getSession(false) == null || signedIn.who().isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var left = presence.left();
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("idle", left.idle().toSeconds())
                .add("longest", left.longest().toSeconds())
                .build()
                .toString());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var wish = request.getParameter("do");
    if (wish == null || !SameOriginCheck.isOurs(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else if (wish.equals("stay")) {
      doGet(request, response);
    } else {
      signOut.leave(request);
      if (wish.equals("again")) {
        SavedRequest.remember(request.getParameter("back"), request, response);
      }
      response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    }
  }
}
