package com.movierecap.portal.language;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import jakarta.faces.context.FacesContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The application's message bundle of {@code faces-config.xml}: whatever Faces itself would say of
 * an input, it says in our words and the page's language. Without it, English would leak from the
 * implementation into every other language.
 */
public class FacesMessages extends ResourceBundle {
  private static final String REQUIRED = "jakarta.faces.component.UIInput.REQUIRED";

  @Override
  protected @Nullable Object handleGetObject(String key) {
    if (!key.startsWith("jakarta.faces.") && !key.startsWith("primefaces.")) {
      return null;
    }
    return quoted(
        Messages.in(language()).get(key.startsWith(REQUIRED) ? "faces.required" : "faces.invalid"));
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(Collections.singleton(REQUIRED));
  }

  /** Faces reads its messages as MessageFormat patterns, where an apostrophe means something. */
  private static String quoted(String text) {
    return text.replace("'", "''");
  }

  private static Language language() {
    var context = FacesContext.getCurrentInstance();
    if (context == null || context.getViewRoot() == null) {
      return Language.EN;
    }
    return Language.of(context.getViewRoot().getLocale().toLanguageTag()).orElse(Language.EN);
  }
}
