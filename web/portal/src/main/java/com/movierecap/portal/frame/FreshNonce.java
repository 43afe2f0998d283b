package com.movierecap.portal.frame;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a page that comes back from a form a content policy's nonce of its own. PrimeFaces keeps a
 * page's nonce and answers a form by 500 that does not send it along, which only PrimeFaces' own
 * script does. Where that script is not loaded the whole page is written anew, and may have a new
 * one: the request is told to have sent it, and the page to have had it.
 */
public class FreshNonce implements PhaseListener {
  private static final long serialVersionUID = 1;

  /** PrimeFaces' name of the parameter, and of what it keeps of a page. */
  private static final String NONCE = "primefaces.nonce";

  /** A request that has a nonce whether it was sent or not. */
  static HttpServletRequest signed(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      private @Nullable String made;

      @Override
      public @Nullable String getParameter(String name) {
        var sent = super.getParameter(name);
        if (sent != null || !NONCE.equals(name) || !"POST".equals(getMethod())) {
          return sent;
        }
        if (made == null) {
          made = nonce();
          setAttribute(NONCE, made);
        }
        return made;
      }
    };
  }

  /** In the only form that PrimeFaces takes back. */
  private static String nonce() {
    var random = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(random);
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    // there is no page yet
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var context = event.getFacesContext();
    var page = context.getViewRoot();
    if (!context.isPostback() || page == null) {
      return;
    }
    var external = context.getExternalContext();
    var nonce = external.getRequestParameterMap().get(NONCE);
    if (nonce != null && nonce.equals(external.getRequestMap().get(NONCE))) {
      page.getViewMap().put(NONCE, nonce);
    }
  }

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }
}
