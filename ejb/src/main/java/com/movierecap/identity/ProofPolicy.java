package com.movierecap.identity;

/**
 * Says whether people of the bound tenant may show us what proves who they are: passwords and
 * passkeys. Whoever lets them in by other means decides, and stands above us.
 */
public interface ProofPolicy {
  /** Whether they come in by other means only, and nothing that they could show us counts. */
  boolean refusesProofs();
}
