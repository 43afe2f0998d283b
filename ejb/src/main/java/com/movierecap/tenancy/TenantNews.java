package com.movierecap.tenancy;

import java.util.UUID;

/** What happens to tenants; heard by whoever remembers something about one. */
public sealed interface TenantNews {
  /** Its name, status or host names are no longer what they were. */
  record Changed(UUID tenant) implements TenantNews {}
}
