package com.movierecap.portal.frame;

import com.movierecap.kernel.Support;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the template needs besides words. */
@Named("frame")
@RequestScoped
public class Frame {
  @Inject private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "portal.source.url")
  private String sourceUrl;

  /** Where the source of this very program is offered, as its licence asks. */
  public String getSourceUrl() {
    return sourceUrl;
  }

  /** Whom the reader can write to. */
  public String getSupport() {
    return Support.address();
  }

  public String getYear() {
    return Integer.toString(LocalDate.now(Clock.systemUTC()).getYear());
  }

  /** The page's own address with its query; on an error page, the one that went wrong. */
  public String getHere() {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var query =
        failed == null
            ? request.getQueryString()
            : (String) request.getAttribute("jakarta.servlet.error.query_string");
    var path = failed == null ? request.getRequestURI() : failed.toString();
    return query == null ? path : path + "?" + query;
  }
}
