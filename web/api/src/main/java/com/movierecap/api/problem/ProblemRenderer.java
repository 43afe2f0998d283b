package com.movierecap.api.problem;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.api.RequestId;
import com.movierecap.api.security.ApiKeyFilter;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever went wrong into a {@link Problem}, and a problem into an answer. Each is logged
 * under the id of its request, which is the problem's {@code instance} and the answer's {@code
 * X-Request-ID}.
 */
public final class ProblemRenderer {
  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class.getName());

  private ProblemRenderer() {}

  /** The problem an error stands for; what we did not foresee is logged under its incident. */
  static Problem problem(Throwable error, HttpServletRequest request) {
    for (var cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException known) {
        return problem(known.type(), request, known.arguments());
      }
    }
    var id = RequestId.of(request);
    LOG.log(Level.SEVERE, line(ProblemType.INTERNAL, request), error);
    return Problem.of(ProblemType.INTERNAL, words(request), id).withIncident(id);
  }

  static Problem problem(ProblemType known, HttpServletRequest request, Object... arguments) {
    var type = known == ProblemType.FORBIDDEN ? forbidden(request) : known;
    LOG.info(() -> line(type, request));
    return Problem.of(type, words(request), RequestId.of(request), arguments);
  }

  /** {@code Retry-After} for what may be tried again later. */
  static Optional<String> retryAfter(Throwable error) {
    for (var cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException known) {
        return known.retryAfter().map(String::valueOf);
      }
    }
    return Optional.empty();
  }

  /** No administrator can help a key, nor whoever may only get a second factor. */
  private static ProblemType forbidden(HttpServletRequest request) {
    if (ApiKeyFilter.holder(request).isPresent()) {
      return ProblemType.API_KEY_SCOPE;
    }
    return request.isUserInRole(Role.ENROL)
        ? ProblemType.SECOND_FACTOR_ENROLMENT_REQUIRED
        : ProblemType.FORBIDDEN;
  }

  /** What support finds when it looks for a request. */
  private static String line(ProblemType type, HttpServletRequest request) {
    return "request %s of tenant %s: %s %s was answered %d %s"
        .formatted(
            RequestId.of(request),
            CallContext.tenant().map(UUID::toString).orElse("-"),
            request.getMethod(),
            request.getRequestURI().replaceAll("\\p{Cntrl}", "?"),
            type.status(),
            type.slug());
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
      case 410 -> ProblemType.TENANT_DELETED;
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
