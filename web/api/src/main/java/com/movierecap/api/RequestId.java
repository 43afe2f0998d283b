package com.movierecap.api;

import com.movierecap.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;

/** What the server's log, the audit log and the answer know a request by. */
public final class RequestId {
  /** The answer's header that tells it. */
  public static final String HEADER = "X-Request-ID";

  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  /** The same for the whole request. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    var id = Ids.next().toString();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
