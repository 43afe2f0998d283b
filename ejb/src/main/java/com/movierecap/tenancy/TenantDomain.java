package com.movierecap.tenancy;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.IDN;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A host name that a tenant wants as its own. Claimed first; counts from the moment the name's DNS
 * shows our token in a TXT record, since only its owner can put it there.
 */
@Entity
@Table(name = "tenant_domain")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class TenantDomain {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "movierecap-verification=";
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  @Id private UUID id;
  private String domain;
  private String token;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "verified_at")
  private @Nullable Instant verifiedAt;

  @Version private int version;

  protected TenantDomain() {}

  TenantDomain(String domain, Instant now) {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    this.id = Ids.next();
    this.domain = domain;
    this.token = HexFormat.of().formatHex(bytes);
    this.createdAt = now;
  }

  /**
   * A name as DNS has it: lower case, no dot at its end, other scripts as punycode.
   *
   * @throws ProblemException where it is no host name that could be somebody's own
   */
  static String name(String text) {
    try {
      var name = IDN.toASCII(text.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
      if (NAME.matcher(name).matches() && name.length() <= 253) {
        return name;
      }
    } catch (IllegalArgumentException e) {
      // no name either
    }
    throw new ProblemException(ProblemType.INVALID_REQUEST, "domain");
  }

  public UUID id() {
    return id;
  }

  public String domain() {
    return domain;
  }

  /** The name whose TXT record is looked at. */
  public String recordName() {
    return "_movierecap." + domain;
  }

  /** What that record must say. */
  public String recordValue() {
    return PREFIX + token;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable Instant verifiedAt() {
    return verifiedAt;
  }

  /**
   * @throws ProblemException where none of the records is ours
   */
  void verify(List<String> records, Instant now) {
    if (!records.contains(recordValue())) {
      throw new ProblemException(ProblemType.DOMAIN_NOT_PROVEN, recordName(), recordValue());
    }
    verifiedAt = now;
  }
}
