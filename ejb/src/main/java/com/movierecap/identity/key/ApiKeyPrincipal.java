package com.movierecap.identity.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.movierecap.access.Role;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever acts by a key.
 *
 * @param account whose key it is
 * @param called what the log calls that account
 * @param prefix what the key is known by
 * @param groups as in tokens, at least one
 */
public record ApiKeyPrincipal(
    UUID tenant, UUID account, String called, String prefix, Set<String> groups)
    implements Principal {
  /** As a token's: the account's id. */
  @Override
  @JsonIgnore
  public String getName() {
    return account.toString();
  }

  /** Whether it may look and do nothing else. */
  public boolean onlyReads() {
    return groups.equals(Set.of(Role.VIEW));
  }
}
