package com.movierecap.portal.identity;

import com.movierecap.identity.Account;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account that proves itself in this request: the container keeps no more than its id. */
@RequestScoped
public class Arrival {
  private @Nullable Account account;

  void found(Account proven) {
    this.account = proven;
  }

  Optional<Account> account() {
    return Optional.ofNullable(account);
  }
}
