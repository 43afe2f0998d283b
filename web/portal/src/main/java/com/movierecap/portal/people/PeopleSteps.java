package com.movierecap.portal.people;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;

/** What each button of the people's page does beside its own. */
@RequestScoped
public class PeopleSteps {
  @Inject private Permissions may;
  @Inject private Notices notices;

  void mustAdminister() {
    may.mustAdminister();
  }

  /**
   * Takes a step and shows the page anew.
   *
   * @param done the key of what is said afterwards
   * @param whom its argument
   */
  void take(String done, String whom, Runnable step) throws IOException {
    mustAdminister();
    try {
      step.run();
      notices.done(done, whom);
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/people.xhtml");
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }
}
