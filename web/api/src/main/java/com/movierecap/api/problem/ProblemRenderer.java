package com.movierecap.api.problem;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever went wrong into a {@link Problem}, and a problem into an answer. */
final class ProblemRenderer {
  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class.getName());

  private ProblemRenderer() {}

  /** The problem an error stands for; what we did not foresee is logged under its incident. */
  static Problem problem(Throwable error, HttpServletRequest request) {
    for (var cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException known) {
        return Problem.of(known, words(request), request.getRequestURI());
      }
    }
    var incident = Ids.next().toString();
    LOG.log(Level.SEVERE, "incident " + incident + " at " + request.getRequestURI(), error);
    return problem(ProblemType.INTERNAL, request).withIncident(incident);
  }

  static Problem problem(ProblemType type, HttpServletRequest request, Object... arguments) {
    return Problem.of(type, words(request), request.getRequestURI(), arguments);
  }

  /** The problem that an HTTP status of the container's own stands for. */
  static ProblemType type(int status) {
    return switch (status) {
      case 401 -> ProblemType.SIGN_IN_REQUIRED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 409 -> ProblemType.CONFLICT;
      case 412 -> ProblemType.PRECONDITION_FAILED;
      case 413 -> ProblemType.TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      case 416 -> ProblemType.RANGE_NOT_SATISFIABLE;
      case 503 -> ProblemType.UNAVAILABLE;
      default -> status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL;
    };
  }

  static void write(Problem problem, HttpServletResponse response) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(Json.line(problem).getBytes(StandardCharsets.UTF_8));
  }

  private static Messages words(HttpServletRequest request) {
    return Messages.in(Language.best(request.getLocales()));
  }
}
