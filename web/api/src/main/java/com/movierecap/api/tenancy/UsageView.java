package com.movierecap.api.tenancy;

import com.movierecap.usage.TenantUsage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant used, as {@link TenantUsage} has it. */
public record UsageView(
    UUID tenantId,
    Period period,
    long storageBytes,
    double processingSeconds,
    long apiCalls,
    long movies,
    long recaps,
    long users,
    Limits limits,
    List<Day> days) {

  /** Both days belong to it; UTC. */
  public record Period(String from, String to) {}

  public record Limits(@Nullable Long storageBytes, @Nullable Long processingSeconds) {}

  public record Day(
      String date,
      long storageBytes,
      double processingSeconds,
      long apiCalls,
      long movies,
      long recaps) {}

  static UsageView of(TenantUsage usage) {
    return new UsageView(
        usage.tenantId(),
        new Period(usage.from().toString(), usage.to().toString()),
        usage.storageBytes().longValue(),
        usage.processingSeconds().doubleValue(),
        usage.apiCalls().longValue(),
        usage.movies(),
        usage.recaps(),
        usage.users(),
        new Limits(usage.limits().storageBytes(), usage.limits().processingSeconds()),
        usage.days().stream().map(UsageView::day).toList());
  }

  private static Day day(TenantUsage.Day day) {
    return new Day(
        day.date().toString(),
        day.storageBytes().longValue(),
        day.processingSeconds().doubleValue(),
        day.apiCalls().longValue(),
        day.movies(),
        day.recaps());
  }
}
