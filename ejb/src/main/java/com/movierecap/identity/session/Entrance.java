package com.movierecap.identity.session;

import com.movierecap.identity.Account;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has proven who they are.
 *
 * @param factored whether with a second factor
 * @param impersonation null, or by whom and why, where it is not the person who comes in
 */
public record Entrance(Account account, boolean factored, @Nullable Impersonation impersonation) {
  public Entrance(Account account, boolean factored) {
    this(account, factored, null);
  }
}
