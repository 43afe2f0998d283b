package com.movierecap.portal.identity;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.primefaces.component.poll.Poll;

/**
 * Tells what people do within a page from what the page asks by itself: only the view knows which
 * of its components are polls.
 */
public class PageAsks implements PhaseListener {
  private static final String SOURCE = "jakarta.faces.source";

  /** Whether a request is for a part of a page, so that the filter cannot tell. */
  static boolean isPart(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var faces = event.getFacesContext();
    if (faces.getPartialViewContext().isAjaxRequest()
        && faces.getViewRoot() != null
        && faces.getExternalContext().getSession(false) != null
        && !isPolled(faces)) {
      CDI.current().select(Presence.class).get().act();
    }
  }

  private static boolean isPolled(FacesContext faces) {
    var polled = new AtomicBoolean();
    var source = faces.getExternalContext().getRequestParameterMap().get(SOURCE);
    if (source != null) {
      faces
          .getViewRoot()
          .invokeOnComponent(
              faces, source, (context, component) -> polled.set(component instanceof Poll));
    }
    return polled.get();
  }
}
