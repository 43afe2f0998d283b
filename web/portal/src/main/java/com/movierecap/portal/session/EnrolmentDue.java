package com.movierecap.portal.session;

import jakarta.enterprise.context.RequestScoped;

/** Whether whoever asks must get a second factor before anything else opens. */
@RequestScoped
public class EnrolmentDue {
  private boolean due;

  void now() {
    due = true;
  }

  public boolean isDue() {
    return due;
  }
}
