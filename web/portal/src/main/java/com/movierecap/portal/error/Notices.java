package com.movierecap.portal.error;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What a page tells its reader: what was wrong, and what to do about it. */
@RequestScoped
public class Notices {
  @Inject private Text text;

  public void problem(ProblemException problem) {
    problem(problem, null);
  }

  /**
   * @param field client id of the input that the problem is about, or null
   */
  public void problem(ProblemException problem, @Nullable String field) {
    var type = problem.type();
    add(
        FacesMessage.SEVERITY_ERROR,
        text.get(type.titleKey()),
        text.format(type.detailKey(), problem.arguments()),
        field);
  }

  /**
   * @param field client id of the input that the sentence is about, or null
   */
  public void error(String key, @Nullable String field) {
    add(FacesMessage.SEVERITY_ERROR, text.get(key), "", field);
  }

  /** Says that something was done, on the page that the browser is sent to next. */
  public void done(String key, Object... arguments) {
    add(FacesMessage.SEVERITY_INFO, text.format(key, arguments), "", null);
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
  }

  private static void add(
      FacesMessage.Severity severity, String title, String detail, @Nullable String field) {
    FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(severity, title, detail));
  }
}
