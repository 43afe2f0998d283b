package com.movierecap.portal.account;

import com.movierecap.access.CallContext;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.people.Invitations;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.session.SessionStarter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Where an invited person chooses name and password, and is in. */
@Named("invited")
@RequestScoped
public class InvitationPage {
  @Inject private Invitations invitations;
  @Inject private AnonymousPage door;
  @Inject private ChosenPassword chosen;
  @Inject private SessionStarter welcome;

  private @Nullable String name;
  private @Nullable Invitation shown;
  private @Nullable ProblemException refused;

  /** Null where the link opens nothing, or nobody may try more of them now. */
  public @Nullable Invitation getShown() {
    if (shown == null && refused == null) {
      try {
        shown = CallContext.in(door.tenant().id()).get(() -> invitations.get(door.token()));
      } catch (ProblemException e) {
        refused = e;
      }
    }
    return shown;
  }

  /** Why nothing is shown. */
  public String getTitle() {
    return door.title(refused());
  }

  /** What to do about it. */
  public String getWords() {
    return door.words(refused());
  }

  private ProblemException refused() {
    return refused == null ? ProblemException.notFound() : refused;
  }

  public String getTenant() {
    return door.tenant().displayName();
  }

  public void submit() throws Exception {
    try {
      var tenant = door.tenant();
      var who =
          CallContext.in(tenant.id())
              .writing()
              .call(
                  () -> {
                    // before the work of hashing a password for it
                    invitations.get(door.token());
                    var password = HashedPassword.of(chosen.characters());
                    return invitations.accept(door.token(), name == null ? "" : name, password);
                  });
      door.close();
      welcome.in(tenant, who);
    } catch (ProblemException e) {
      door.problem(e);
    }
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }
}
