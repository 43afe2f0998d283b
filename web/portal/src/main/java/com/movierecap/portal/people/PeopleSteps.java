package com.movierecap.portal.people;

import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** What each button of the people's page does beside its own. */
@RequestScoped
public class PeopleSteps {
  @Inject private Permissions may;
  @Inject private Steps steps;

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
    steps.take(step, Next.page("/people.xhtml").saying(done, whom));
  }
}
