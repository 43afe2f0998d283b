package com.movierecap.portal.account;

import com.movierecap.identity.account.PasswordProof;
import com.movierecap.identity.account.PresentPassword;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which people look after themselves, for those who are in to the full. */
@RequestScoped
public class OwnPage {
  @Inject private SignedIn signedIn;
  @Inject private Permissions may;
  @Inject private Steps steps;
  @Inject private PresentPassword present;

  /**
   * @throws ProblemException where the reader still needs a second factor
   */
  UUID account() {
    if (!may.isView() && !may.isOperate()) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
    return signedIn.required().account();
  }

  /**
   * @param typed the reader's password, as they typed it
   * @throws ProblemException where it is another, or too many were
   */
  PasswordProof proof(@Nullable String typed) {
    return present.prove(account(), (typed == null ? "" : typed).toCharArray());
  }

  /**
   * Takes a step and shows the page anew.
   *
   * @param done the key of what is said afterwards
   */
  void then(String done, Runnable step, Object... arguments) throws IOException {
    steps.take(step, Next.page("/security.xhtml").saying(done, arguments));
  }
}
