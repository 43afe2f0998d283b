package com.movierecap.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The container's own error page: its errors are problems too. */
@WebServlet(urlPatterns = "/_error", asyncSupported = true)
public class ErrorServlet extends HttpServlet {
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    var problem =
        error instanceof Throwable thrown && !isAboutTheAddress(thrown)
            ? ProblemRenderer.problem(thrown, request)
            : ProblemRenderer.problem(
                ProblemRenderer.type(error == null && status instanceof Integer code ? code : 404),
                request);
    ProblemRenderer.write(problem, response);
  }

  /**
   * The container fails by an exception where an address hides a slash ({@code %2F}): there is
   * nothing at such an address, and that is all there is to it.
   */
  private static boolean isAboutTheAddress(Throwable error) {
    return String.valueOf(error.getMessage()).startsWith("CWWWC0005I");
  }
}
