package com.movierecap.portal.signin;

import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.identity.session.SignInService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Signing in with a passkey: by itself, or instead of a code. */
@Named("signInPasskey")
@RequestScoped
public class PasskeyForm {
  @Inject private SignInService signIn;
  @Inject private Passkeys passkeys;
  @Inject private PendingSignIn pending;
  @Inject private SignInSteps steps;
  @Inject private Notices notices;

  private @Nullable String answer;

  /** The browser's part begins: it asks its owner, whoever that is where nobody has said. */
  public void begin() {
    try {
      var ceremony = PendingCeremony.next();
      PendingCeremony.ask(ceremony, question(ceremony), false);
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  private String question(Ceremony ceremony) {
    return pending.isThere()
        ? steps.ask(first -> passkeys.ask(first.account(), ceremony))
        : ceremony.request();
  }

  public void finish() throws IOException {
    try {
      show(PendingCeremony.take(false), answer == null ? "" : answer);
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  private void show(Ceremony ceremony, String shown) throws IOException {
    if (pending.isThere()) {
      steps.second(first -> signIn.passkey(first, ceremony, shown));
    } else {
      var owner =
          Ceremony.owner(shown)
              .orElseThrow(() -> new ProblemException(ProblemType.PASSKEY_REFUSED));
      steps.first(owner.tenant(), () -> signIn.passkey(owner.account(), ceremony, shown));
    }
  }

  /** Not to somebody who has none that this host can ask for. */
  public boolean isOffered() {
    return pending
        .who()
        .map(who -> who.needed().methods().hasPasskeyAt(PendingCeremony.host()))
        .orElse(true);
  }

  /** Never written back into the page. */
  public @Nullable String getAnswer() {
    return null;
  }

  public void setAnswer(@Nullable String answer) {
    this.answer = answer;
  }
}
