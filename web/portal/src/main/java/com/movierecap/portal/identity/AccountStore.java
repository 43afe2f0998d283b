package com.movierecap.portal.identity;

import com.movierecap.identity.IdentityService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Our accounts, as the container asks for them: within the tenant that the caller has bound. */
@ApplicationScoped
public class AccountStore implements IdentityStore {
  @Inject private IdentityService identity;
  @Inject private Arrival arrival;

  /** Found by its parameter's type, as the specification has it. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    var password = credential.getPassword().getValue();
    return identity
        .authenticate(credential.getCaller(), password)
        .map(
            account -> {
              arrival.found(account);
              return new CredentialValidationResult(
                  account.id().toString(), account.role().groups());
            })
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}
