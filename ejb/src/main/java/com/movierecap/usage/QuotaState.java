package com.movierecap.usage;

import com.movierecap.access.TenantSessionListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * How much of its quotas a tenant was last told to have used: nothing, 80 % or 100 %. One row a
 * tenant; it is locked by whoever records a quantity, so that two at once cannot both fit.
 */
@Entity
@Table(name = "quota_state")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class QuotaState {
  private static final int[] STEPS = {100, 80};

  @Id private UUID id;

  @Column(name = "storage_percent")
  private int storagePercent;

  @Column(name = "processing_percent")
  private int processingPercent;

  @Column(name = "processing_month")
  private LocalDate processingMonth;

  @Version private int version;

  protected QuotaState() {}

  /**
   * Notes how much lies in the store.
   *
   * @return the step that was newly reached, or 0
   */
  int storage(double used, OptionalLong limit) {
    int before = storagePercent;
    storagePercent = step(used, limit);
    return storagePercent > before ? storagePercent : 0;
  }

  /**
   * Notes how much of a month's processing is used.
   *
   * @return the step that was newly reached, or 0
   */
  int processing(LocalDate month, double used, OptionalLong limit) {
    int before = month.equals(processingMonth) ? processingPercent : 0;
    processingMonth = month;
    processingPercent = step(used, limit);
    return processingPercent > before ? processingPercent : 0;
  }

  private static int step(double used, OptionalLong limit) {
    if (limit.isPresent()) {
      for (int step : STEPS) {
        if (used * 100 >= (double) limit.getAsLong() * step) {
          return step;
        }
      }
    }
    return 0;
  }
}
