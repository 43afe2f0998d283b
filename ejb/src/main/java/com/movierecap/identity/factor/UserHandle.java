package com.movierecap.identity.factor;

import com.movierecap.access.CallContext;
import com.movierecap.identity.Account;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Whose a passkey is, as authenticators keep it: it names nobody to whoever reads it there. */
public record UserHandle(UUID tenant, UUID account) {
  private static final int BYTES = 32;

  static UserHandle of(Account account) {
    return new UserHandle(CallContext.requiredTenant(), account.id());
  }

  static Optional<UserHandle> parse(byte[] bytes) {
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    return Optional.of(
        new UserHandle(
            new UUID(buffer.getLong(), buffer.getLong()),
            new UUID(buffer.getLong(), buffer.getLong())));
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(tenant.getMostSignificantBits())
        .putLong(tenant.getLeastSignificantBits())
        .putLong(account.getMostSignificantBits())
        .putLong(account.getLeastSignificantBits())
        .array();
  }
}
