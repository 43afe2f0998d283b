package com.movierecap.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whatever a resource throws becomes a problem. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final Pattern PARAMETER = Pattern.compile("Param\\(\"([\\w-]+)\"\\)");

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable error) {
    // first, since a rule may also speak up while a record of ours is read from JSON
    for (var cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException) {
        var answer = Response.fromResponse(answer(ProblemRenderer.problem(cause, request)));
        ProblemRenderer.retryAfter(cause)
            .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
      }
    }
    for (var cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException json) {
        return malformed(json);
      }
    }
    return error instanceof WebApplicationException refusal
        ? refusal(refusal)
        : answer(ProblemRenderer.problem(error, request));
  }

  /** JAX-RS' own refusals: no such path, wrong method, wrong media type. */
  private Response refusal(WebApplicationException refusal) {
    var response = refusal.getResponse();
    if (response.getStatus() < 400) {
      return response;
    }
    if (refusal instanceof NotFoundException && refusal.getCause() != null) {
      return unreadable(refusal);
    }
    var problem =
        response.getStatus() >= 500
            ? ProblemRenderer.problem(refusal, request)
            : ProblemRenderer.problem(
                // what a body's reader gives up on is a body that is not what its type says
                ProblemRenderer.type(response.getStatus()), request, HttpHeaders.CONTENT_TYPE);
    var answer = Response.fromResponse(answer(problem));
    var allow = response.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  /** JAX-RS takes {@code limit=x} for the address of something that is not there. */
  private Response unreadable(WebApplicationException refusal) {
    var parameter = PARAMETER.matcher(String.valueOf(refusal.getMessage()));
    var name = parameter.find() ? parameter.group(1) : "?";
    return answer(ProblemRenderer.problem(ProblemType.INVALID_REQUEST, request, name));
  }

  /** Says where, in the caller's own words; how we parse is none of their business. */
  private Response malformed(JsonProcessingException error) {
    var where =
        error instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
            ? mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."))
            : error.getLocation() == null
                ? "?"
                : error.getLocation().getLineNr() + ":" + error.getLocation().getColumnNr();
    return answer(ProblemRenderer.problem(ProblemType.MALFORMED_JSON, request, where));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(new ProblemBody(problem))
        .build();
  }
}
