package com.movierecap.portal.frame;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Forms go back to the address that their page has, with the {@code id} of what it is about: a page
 * that comes back with an error can be reloaded, bookmarked and read in another language.
 */
public class KeptAddress extends ViewHandlerWrapper {
  private static final String ID = "id";

  public KeptAddress(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    var url = super.getActionURL(context, viewId);
    var view = context.getViewRoot();
    if (view == null || !viewId.equals(view.getViewId()) || url.indexOf('?') >= 0) {
      return url;
    }
    return ViewMetadata.getViewParameters(view).stream()
        .filter(parameter -> ID.equals(parameter.getName()))
        .map(parameter -> parameter.getStringValue(context))
        .filter(value -> value != null && !value.isEmpty())
        .findFirst()
        .map(value -> url + "?id=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
        .orElse(url);
  }
}
