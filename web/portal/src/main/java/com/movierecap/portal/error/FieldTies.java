package com.movierecap.portal.error;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.component.html.HtmlSelectBooleanCheckbox;
import jakarta.faces.component.html.HtmlSelectManyCheckbox;
import jakarta.faces.component.html.HtmlSelectOneRadio;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.ArrayList;
import java.util.Map;

/**
 * Ties each input to its hint, to what was wrong with it, and to whether it must be filled in, just
 * before it is written: what stands beside a field for eyes belongs to it for screen readers too.
 * Hints are {@code <id>-hint}, errors {@code <id>-message}, as {@code r:field} writes them.
 */
public class FieldTies implements SystemEventListener {
  private static final String DESCRIBED_BY = "aria-describedby";

  @Override
  public boolean isListenerForSource(Object source) {
    return source instanceof UIInput input && isOneElement(input);
  }

  @Override
  public void processEvent(SystemEvent event) {
    tie(FacesContext.getCurrentInstance(), (UIInput) event.getSource());
  }

  /** A group of radio buttons is no field itself: its legend names it. */
  private static boolean isOneElement(UIInput input) {
    return !(input instanceof HtmlInputHidden
        || input instanceof HtmlSelectOneRadio
        || input instanceof HtmlSelectManyCheckbox
        || input instanceof HtmlSelectBooleanCheckbox
        || input instanceof UIViewParameter);
  }

  private static void tie(FacesContext faces, UIInput input) {
    var attributes = input.getPassThroughAttributes(true);
    var wrong = faces.getMessages(input.getClientId(faces)).hasNext();
    var described = new ArrayList<String>();
    add(faces, input, "-hint", described);
    if (wrong) {
      add(faces, input, "-message", described);
    }
    if (!described.isEmpty()) {
      attributes.put(DESCRIBED_BY, String.join(" ", described));
    }
    flag(attributes, "aria-invalid", wrong);
    flag(attributes, "aria-required", input.isRequired());
  }

  private static void add(
      FacesContext faces, UIComponent input, String end, ArrayList<String> described) {
    var other = input.getParent() == null ? null : input.findComponent(input.getId() + end);
    if (other != null && other.isRendered()) {
      described.add(other.getClientId(faces));
    }
  }

  private static void flag(Map<String, Object> attributes, String name, boolean on) {
    if (on) {
      attributes.put(name, "true");
    } else {
      attributes.remove(name);
    }
  }
}
