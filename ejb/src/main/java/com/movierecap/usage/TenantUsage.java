package com.movierecap.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant used between two days, from its usage records.
 *
 * @param from the first day, UTC
 * @param to the last day, UTC
 * @param storageBytes what lay in the store at the end of the last day
 * @param movies how many there are now; so with recaps and users
 * @param limits what the plan allows
 * @param days each day of the period, in order
 */
public record TenantUsage(
    UUID tenantId,
    LocalDate from,
    LocalDate to,
    BigDecimal storageBytes,
    BigDecimal processingSeconds,
    BigDecimal apiCalls,
    long movies,
    long recaps,
    long users,
    Limits limits,
    List<Day> days) {

  /**
   * @param storageBytes null where there is no limit
   * @param processingSeconds in a calendar month, UTC; null where there is no limit
   */
  public record Limits(@Nullable Long storageBytes, @Nullable Long processingSeconds) {}

  /**
   * @param storageBytes what lay in the store at the end of the day
   * @param movies how many of today's were made on that day; so with recaps
   */
  public record Day(
      LocalDate date,
      BigDecimal storageBytes,
      BigDecimal processingSeconds,
      BigDecimal apiCalls,
      long movies,
      long recaps) {}
}
