package com.movierecap.portal.session;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;

/** Tells what people do from what their page asks by itself, which is nobody's doing. */
public class UserActivityListener implements PhaseListener {
  /** Whether a request is for a part of a page, so that the filter cannot tell. */
  static boolean isPart(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  /** Whether the page asks for itself, since something has ended that it shows: see live.js. */
  static boolean isByItself(HttpServletRequest request) {
    return request.getHeader("Page-Asks") != null;
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
        && faces.getExternalContext().getSession(false) != null) {
      CDI.current().select(IdleTimer.class).get().act();
    }
  }
}
