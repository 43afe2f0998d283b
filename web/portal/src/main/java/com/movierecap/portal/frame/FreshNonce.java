package com.movierecap.portal.frame;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Gives a page that comes back from a form a content policy's nonce of its own. PrimeFaces keeps a
 * page's nonce and answers a form by 500 that does not send it along, which only PrimeFaces' own
 * script does; where that script is not loaded, the whole page is written anew and may have a new
 * one.
 */
public class FreshNonce implements PhaseListener {
  private static final long serialVersionUID = 1;

  /** The name of PrimeFaces' for its parameter, and for what it keeps of a page. */
  private static final String NONCE = "primefaces.nonce";

  @Override
  public void beforePhase(PhaseEvent event) {
    // there is no page yet
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var context = event.getFacesContext();
    var page = context.getViewRoot();
    var sent = context.getExternalContext().getRequestParameterMap().get(NONCE);
    if (context.isPostback() && page != null && sent == null && page.getViewMap(false) != null) {
      page.getViewMap().remove(NONCE);
    }
  }

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }
}
