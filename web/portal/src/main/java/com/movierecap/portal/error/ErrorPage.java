package com.movierecap.portal.error;

import com.movierecap.kernel.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What an error page knows of its error: the incident it was noted as, and where to go back to. */
@Named("errorPage")
@RequestScoped
public class ErrorPage {
  /** Request attribute: the {@link ProblemException} that the page is about. */
  public static final String PROBLEM = "com.movierecap.portal.problem";

  static final String INCIDENT = "com.movierecap.portal.incident";

  @Inject private HttpServletRequest request;
  @Inject private Notices notices;
  private @Nullable String incident;

  /** A failure outside of Faces has not been noted yet. */
  @PostConstruct
  void note() {
    incident = (String) request.getAttribute(INCIDENT);
    if (incident == null
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      incident =
          Incident.log(
              failure, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
    }
    if (incident == null) {
      incident = plain(request.getParameter("incident"), "[0-9a-f-]{36}");
    }
  }

  /** What the page is about; nothing to be found where no problem was named. */
  public String getTitle() {
    return notices.title(problem());
  }

  /** What to do about it. */
  public String getWords() {
    return notices.words(problem());
  }

  private ProblemException problem() {
    return request.getAttribute(PROBLEM) instanceof ProblemException known
        ? known
        : ProblemException.notFound();
  }

  public @Nullable String getIncident() {
    return incident;
  }

  /** The page whose view expired, inside the portal only; else the library. */
  public String getBack() {
    var from =
        plain(request.getParameter("from"), "/[A-Za-z0-9/_-]*\\.xhtml(\\?[A-Za-z0-9=&%._-]*)?");
    return request.getContextPath() + (from == null || from.startsWith("//") ? "/" : from);
  }

  private static @Nullable String plain(@Nullable String text, String pattern) {
    return text != null && text.matches(pattern) ? text : null;
  }
}
