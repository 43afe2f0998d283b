package com.movierecap.api.problem;

import com.movierecap.api.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * Renders what goes wrong outside JAX-RS: problems of the filters behind this one, and the
 * container's refusals of a token, which come without a body.
 */
public class ProblemFilter extends HttpFilter {
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (response.isCommitted()) {
        throw e;
      }
      response.resetBuffer();
      ProblemRenderer.retryAfter(e)
          .ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
      ProblemRenderer.write(ProblemRenderer.problem(e, request), response);
      return;
    }
    var bare =
        response.getStatus() >= 400
            && !response.isCommitted()
            && response.getContentType() == null
            && !request.isAsyncStarted();
    if (bare) {
      var type = ProblemRenderer.type(response.getStatus());
      ProblemRenderer.write(ProblemRenderer.problem(type, request), response);
    }
  }
}
