package com.movierecap.portal.error;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Support;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page tells its reader: what was wrong, and what to do about it. */
@Named("notices")
@RequestScoped
public class Notices {
  private static final String DONE = "done";

  /** Of the sign-in page's address: why a session is over. */
  private static final String OVER = "over";

  @Inject private Text text;
  @Inject private NextPage next;

  public String title(ProblemException problem) {
    return text.get(problem.type().titleKey());
  }

  /** What to do about it. */
  public String words(ProblemException problem) {
    return text.format(
        problem.type().detailKey(), Support.arguments(problem.type(), problem.arguments()));
  }

  public void problem(ProblemException problem) {
    problem(problem, null);
  }

  /**
   * @param field client id of the input that the problem is about, or null
   */
  public void problem(ProblemException problem, @Nullable String field) {
    var title = title(problem);
    var detail = words(problem);
    // beside an input there is one line
    add(
        FacesMessage.SEVERITY_ERROR,
        title,
        field == null ? detail : text.format("notice.line", title, detail),
        field);
  }

  /**
   * Tells what is wrong with an entry beside its field, in a sentence of its own.
   *
   * @param fields client ids by what the problem names: {@code default_role}, {@code CIDR}
   */
  public void entry(ProblemException problem, Map<String, String> fields) {
    var named = problem.type() == ProblemType.INVALID_REQUEST ? named(problem) : new String[] {""};
    var field = fields.get(named[0]);
    var key = "field." + named[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (field == null || !text.containsKey(key)) {
      problem(problem);
    } else {
      var words = text.format(key, named.length > 1 ? named[1] : "");
      add(FacesMessage.SEVERITY_ERROR, words, words, field);
    }
  }

  /** Says something beside a field. */
  public void field(String key, String field) {
    add(FacesMessage.SEVERITY_ERROR, text.get(key), text.get(key), field);
  }

  /** What a problem is about, and what was written there: {@code CIDR: 203.0.113.0/99}. */
  private static String[] named(ProblemException problem) {
    var arguments = problem.arguments();
    return arguments.length == 0 ? new String[] {""} : String.valueOf(arguments[0]).split(": ", 2);
  }

  /** Says that something was done, on the page that the browser is sent to next. */
  public void done(String key, Object... arguments) {
    leave(DONE, text.format(key, arguments));
  }

  /** Leaves something for the page that the browser is sent to next. */
  public void leave(String name, Serializable what) {
    next.leave(name, what);
  }

  /** What the page before has left under that name, once. */
  public <T extends Serializable> Optional<T> take(String name, Class<T> type) {
    return next.take(name, type);
  }

  /** Shows what the page before has done; called by each page before it is written. */
  public void arrive() {
    if (FacesContext.getCurrentInstance().getExternalContext().getSession(false) != null) {
      next.take(DONE, String.class)
          .ifPresent(done -> add(FacesMessage.SEVERITY_INFO, done, "", null));
    }
    var over =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(OVER);
    if (over != null && text.containsKey("session.over." + over)) {
      add(FacesMessage.SEVERITY_WARN, text.get("session.over." + over), "", null);
    }
  }

  /** At the top of the page the title has a line of its own, which the page's component lacks. */
  private static void add(
      FacesMessage.Severity severity, String title, String detail, @Nullable String field) {
    var above = field == null && !title.equals(detail) ? title + "\n" + detail : title;
    FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(severity, above, detail));
  }
}
