package com.movierecap.tenancy;

import com.movierecap.i18n.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to tenants, told within the transaction in which it happens. What follows from it
 * elsewhere is done by whoever observes it: tenancy knows none of them.
 */
public sealed interface TenantEvent {
  /**
   * There is one more.
   *
   * @param adminEmail whom to invite as its first administrator, or null
   * @param adminLanguage what that person reads
   */
  record Created(UUID tenant, @Nullable String adminEmail, Language adminLanguage)
      implements TenantEvent {}

  /** Its name, status or host names are no longer what they were. */
  record Changed(UUID tenant) implements TenantEvent {}

  /** What it asks of its people's sign-ins is no longer what it was. */
  record SecurityChanged(UUID tenant) implements TenantEvent {}
}
