package com.movierecap.idempotency;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * A request for work that names itself, so that sending it twice does it once (IETF draft
 * Idempotency-Key, section 2). Kept by tenant, account and key.
 */
@Entity
@Table(name = "idempotent_request")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class IdempotentRequest {
  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "idempotency_key")
  private String key;

  @Column(name = "request_hash")
  private String requestHash;

  @Column(name = "result_id")
  private UUID resultId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected IdempotentRequest() {}

  IdempotentRequest(UUID accountId, String key, String requestHash, UUID resultId, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.key = key;
    this.requestHash = requestHash;
    this.resultId = resultId;
    this.createdAt = now;
  }

  /**
   * What the first request led to.
   *
   * @throws ProblemException where this one asks for something else under the same key
   */
  UUID resultFor(String hash) {
    if (!requestHash.equals(hash)) {
      throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
    return resultId;
  }
}
