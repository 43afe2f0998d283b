package com.movierecap.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What we write to people about. The words are the keys {@code mail.<slug>.subject}, {@code .text}
 * and {@code .after}, and {@code .button} where there is a link.
 */
public enum MailKind {
  /** Words: the tenant's name, who invites. */
  INVITATION("invitation.xhtml"),
  /** Words: the tenant's name. */
  PASSWORD_RESET("password.xhtml"),
  /** Words: the tenant's name. */
  PASSWORD_CHANGED(null),
  /** Words: the tenant's name, the new address. */
  ADDRESS_CONFIRMATION("address.xhtml"),
  /** Words: the tenant's name, the new address. */
  ADDRESS_CHANGED(null),
  /** Words: the tenant's name, who took it away. */
  SECOND_FACTOR_RESET(null),
  /** Words: the tenant's name, what the key is called, what it begins with. */
  API_KEY_CREATED(null),
  /** Words: the tenant's name, what the passkey is called. */
  PASSKEY_ADDED(null);

  private final @Nullable String page;

  MailKind(@Nullable String page) {
    this.page = page;
  }

  /** The portal's page that the link opens; null where there is none. */
  @Nullable String page() {
    return page;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
