package com.movierecap.identity.sso;

import com.movierecap.access.AllowedTo;
import com.movierecap.identity.ProofPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Refuses passwords and passkeys where a tenant's people come in by its provider alone. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class ProviderOnly implements ProofPolicy {
  @Inject private SingleSignOn signOn;

  @Override
  public boolean refusesProofs() {
    return signOn.find().filter(provider -> provider.settings().shutsPasswordsOut()).isPresent();
  }
}
