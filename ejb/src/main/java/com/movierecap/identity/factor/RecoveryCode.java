package com.movierecap.identity.factor;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * Lets its holder in once when what they prove themself with is lost. Eighty random bits in
 * Crockford's Base32, of which we keep the hash alone.
 */
@Entity
@Table(name = "recovery_code")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class RecoveryCode {
  /** How many a person has. */
  static final int COUNT = 10;

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected RecoveryCode() {}

  RecoveryCode(UUID accountId, String code) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.codeHash = hash(code);
  }

  /** A new one, as it is shown: {@code 8k3f-…}. */
  static String next() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** However it was written down: hyphens, spaces and capitals mean nothing, nor does o for 0. */
  static String hash(String typed) {
    return OpaqueToken.hash(
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]", "")
            .replace('o', '0')
            .replaceAll("[il]", "1"));
  }
}
