package com.movierecap.portal.signin;

import com.movierecap.access.CallContext;
import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.session.Doorkeeper;
import com.movierecap.identity.session.Entrance;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Welcome;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signing in with a passkey: by itself, or instead of a code. */
@Named("signInPasskey")
@RequestScoped
public class PasskeyForm {
  @Inject private Doorkeeper door;
  @Inject private Organisation organisation;
  @Inject private PendingSignIn pending;
  @Inject private Notices notices;
  @Inject private Welcome welcome;

  private @Nullable String answer;

  /** The browser's part begins: it asks its owner, whoever that is where nobody has said. */
  public void begin() throws Exception {
    try {
      var ceremony = BegunCeremony.next();
      BegunCeremony.ask(ceremony, question(ceremony), false);
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  private String question(Ceremony ceremony) throws Exception {
    if (!pending.isThere()) {
      return ceremony.request();
    }
    var who = pending.required();
    return CallContext.in(organisation.at(who.tenant()).id())
        .writing()
        .get(() -> door.ask(who.account(), ceremony));
  }

  public void finish() throws Exception {
    try {
      enter(BegunCeremony.take(false), answer == null ? "" : answer);
    } catch (ProblemException e) {
      if (e.type() == ProblemType.TOKENS_PAUSED) {
        pending.end();
      }
      notices.problem(e);
    }
  }

  private void enter(Ceremony ceremony, String shown) throws Exception {
    if (pending.isThere()) {
      var who = pending.required();
      var tenant = organisation.at(who.tenant());
      let(tenant, () -> door.enterByPasskey(who.account(), ceremony, shown));
    } else {
      var owner =
          Ceremony.owner(shown)
              .orElseThrow(() -> new ProblemException(ProblemType.PASSKEY_REFUSED));
      var tenant = organisation.at(owner.tenant());
      let(tenant, () -> door.enterByPasskeyAlone(owner.account(), ceremony, shown));
    }
  }

  private void let(TenantRef tenant, Supplier<Entrance> in) throws Exception {
    var entrance = CallContext.in(tenant.id()).writing().get(in);
    pending.end();
    welcome.in(tenant, entrance);
  }

  /** Not to somebody who has none that this host can ask for. */
  public boolean isOffered() throws Exception {
    var who = pending.who();
    return who.isEmpty()
        || CallContext.in(who.get().tenant())
            .reading()
            .get(() -> door.hasPasskey(who.get().account(), BegunCeremony.host()));
  }

  /** Never written back into the page. */
  public @Nullable String getAnswer() {
    return null;
  }

  public void setAnswer(@Nullable String answer) {
    this.answer = answer;
  }
}
