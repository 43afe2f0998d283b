package com.movierecap.api.tenancy;

import com.movierecap.tenancy.export.TenantExport;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archive of all that a tenant has, as JSON.
 *
 * @param progress 0..1
 * @param archiveBytes null until the archive is there; so with {@code expiresAt} and {@code
 *     archive}, where it is fetched
 */
public record ExportView(
    UUID id,
    String status,
    double progress,
    String requestedBy,
    String createdAt,
    @Nullable Long archiveBytes,
    @Nullable String expiresAt,
    @Nullable String archive) {

  public record Listing(List<ExportView> items) {}

  /**
   * @param folder the address of all archives of the tenant
   */
  static ExportView of(TenantExport export, String folder) {
    var job = export.job();
    var expires = export.expiresAt();
    return new ExportView(
        export.id(),
        job.status().name().toLowerCase(Locale.ROOT),
        job.progress(),
        export.requestedBy(),
        export.createdAt().toString(),
        export.archiveBytes(),
        expires == null ? null : expires.toString(),
        expires == null ? null : folder + "/" + export.id() + "/export.zip");
  }

  static Listing of(List<TenantExport> exports, String folder) {
    return new Listing(exports.stream().map(export -> of(export, folder)).toList());
  }
}
