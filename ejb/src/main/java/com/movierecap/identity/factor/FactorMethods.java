package com.movierecap.identity.factor;

import java.io.Serializable;
import java.util.Set;

/**
 * How the owner of an account with a second factor can show it. A recovery code always will do.
 *
 * @param codes whether by a program's code
 * @param passkeyHosts the host names at which there is a passkey; empty where there is none
 */
public record FactorMethods(boolean codes, Set<String> passkeyHosts) implements Serializable {
  public FactorMethods {
    passkeyHosts = Set.copyOf(passkeyHosts);
  }

  /** Whether no sign-in goes by one proof alone. */
  boolean isAny() {
    return codes || !passkeyHosts.isEmpty();
  }

  /** Whether a browser at that host can show a passkey. */
  public boolean hasPasskeyAt(String host) {
    return passkeyHosts.contains(host);
  }
}
