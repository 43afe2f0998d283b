package com.movierecap.portal.error;

import com.movierecap.kernel.ProblemException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sends the reader to an error page. A whole page keeps its address and gets the status and the
 * container's error page; a part of a page (ajax) can show neither, so its browser is sent to the
 * error page's own address.
 */
class PageFailure extends ExceptionHandlerWrapper {
  PageFailure(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    var events = getUnhandledExceptionQueuedEvents().iterator();
    if (!events.hasNext()) {
      return;
    }
    var failure = events.next().getContext().getException();
    var context = FacesContext.getCurrentInstance();
    events.remove();
    // what follows from the first failure is no news
    while (events.hasNext()) {
      events.next();
      events.remove();
    }
    try {
      answer(context, failure);
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static void answer(FacesContext context, Throwable failure) throws IOException {
    var external = context.getExternalContext();
    var path = external.getRequestServletPath();
    if (cause(failure, ViewExpiredException.class) != null) {
      redirect(context, "/error/expired.xhtml?from=" + encoded(page(external, path)));
      return;
    }
    var problem = cause(failure, ProblemException.class);
    int status = problem == null ? 500 : problem.type().status();
    if (cause(failure, FileNotFoundException.class) != null) {
      status = 404;
    }
    var incident = status < 500 ? null : Incident.log(failure, path);
    if (context.getPartialViewContext().isAjaxRequest()) {
      redirect(context, page(status) + (incident == null ? "" : "?incident=" + incident));
      return;
    }
    external.getRequestMap().put(ErrorPage.INCIDENT, incident);
    if (!external.isResponseCommitted()) {
      external.responseReset();
      external.responseSendError(status, null);
    }
    context.responseComplete();
  }

  /** The page the reader looks at, with its query: a form's own address has lost that. */
  private static String page(ExternalContext external, String path) {
    var referer = external.getRequestHeaderMap().get("Referer");
    var start = referer == null ? -1 : referer.indexOf(external.getRequestContextPath() + path);
    return referer == null || start < 0
        ? path
        : referer.substring(start + external.getRequestContextPath().length());
  }

  private static String page(int status) {
    return switch (status) {
      case 403 -> "/error/forbidden.xhtml";
      case 404 -> "/error/not-found.xhtml";
      default -> "/error/problem.xhtml";
    };
  }

  private static void redirect(FacesContext context, String page) throws IOException {
    var external = context.getExternalContext();
    if (!external.isResponseCommitted()) {
      external.responseReset();
    }
    external.redirect(external.getRequestContextPath() + page);
    context.responseComplete();
  }

  private static <T extends Throwable> @Nullable T cause(
      @Nullable Throwable failure, Class<T> type) {
    for (var t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
