package com.movierecap.portal.session;

import com.movierecap.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.UUID;

/**
 * Our accounts, as the container asks for them. Password and code were looked at before: they come
 * in two steps, and the container learns of somebody only after the last.
 */
@ApplicationScoped
public class AccountStore implements IdentityStore {
  /**
   * Made by {@link SessionStarter} alone, for an account that has proven itself in this request.
   */
  public static final class Proven implements Credential {
    private final UUID account;
    private final Role role;

    Proven(UUID account, Role role) {
      this.account = account;
      this.role = role;
    }
  }

  /** Found by its parameter's type, as the specification has it. */
  public CredentialValidationResult validate(Proven proven) {
    return new CredentialValidationResult(proven.account.toString(), proven.role.groups());
  }
}
