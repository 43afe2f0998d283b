package com.movierecap.portal.account;

import com.movierecap.identity.Invitation;
import com.movierecap.identity.people.Invitations;
import com.movierecap.identity.session.SignIns;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.TenantContext;
import com.movierecap.portal.identity.Welcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Where an invited person chooses name and password, and is in. */
@Named("invited")
@RequestScoped
public class InvitationPage {
  @Inject private Invitations invitations;
  @Inject private SignIns signIns;
  @Inject private Door door;
  @Inject private ChosenPassword chosen;
  @Inject private Welcome welcome;

  private @Nullable String name;
  private @Nullable Invitation shown;

  /** Null where the link opens nothing. */
  public @Nullable Invitation getShown() throws Exception {
    if (shown == null) {
      var tenant = door.tenant();
      shown = TenantContext.call(tenant.id(), () -> invitations.find(door.token()).orElse(null));
    }
    return shown;
  }

  public String getTenant() {
    return door.tenant().displayName();
  }

  public void submit() throws Exception {
    try {
      var tenant = door.tenant();
      var entrance =
          TenantContext.call(
              tenant.id(),
              () -> {
                var account =
                    invitations.accept(door.token(), name == null ? "" : name, chosen.characters());
                return signIns.enter(account.id(), null);
              });
      door.close();
      welcome.in(tenant, entrance);
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
