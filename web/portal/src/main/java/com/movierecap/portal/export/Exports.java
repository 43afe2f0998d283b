package com.movierecap.portal.export;

import com.movierecap.portal.jobs.JobView;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.storage.ObjectKey;
import com.movierecap.tenancy.export.OperatorExports;
import com.movierecap.tenancy.export.TenantExport;
import com.movierecap.tenancy.export.TenantExports;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Archives of the reader's own organisation, or, for operators, of any. */
@Named("exports")
@RequestScoped
public class Exports {
  @Inject private TenantExports own;
  @Inject private OperatorExports any;
  @Inject private Permissions may;
  @Inject private Steps steps;
  @Inject private HttpServletRequest request;

  private @Nullable List<TenantExport> listed;

  /**
   * @param tenant whose, for operators; null for the reader's own
   */
  public List<TenantExport> of(@Nullable String tenant) {
    var known = listed;
    if (known == null) {
      var whose = whose(tenant);
      known = whose == null ? own.list() : any.list(whose);
      listed = known;
    }
    return known;
  }

  /** The same for a page that looks again by itself, which is not written into the log. */
  List<TenantExport> looked(@Nullable String tenant) {
    var whose = whose(tenant);
    return whose == null ? own.list() : any.look(whose);
  }

  /** Where the page asks how far they are. */
  public String progress(@Nullable String tenant) {
    var whose = whose(tenant);
    return request.getContextPath()
        + (whose == null ? "/exports.json" : "/admin/exports.json?tenant=" + whose);
  }

  /** How far one is that is being made. */
  public JobView job(TenantExport export) {
    return JobView.of(export.job());
  }

  public void create(@Nullable String tenant) throws IOException {
    change(tenant, "exports.started", this::made);
  }

  public void delete(@Nullable String tenant, UUID export) throws IOException {
    change(
        tenant,
        "exports.deleted",
        whose -> {
          if (whose == null) {
            own.delete(export);
          } else {
            any.delete(whose, export);
          }
        });
  }

  /** Where the page's reader fetches an archive. */
  public String address(@Nullable String tenant, UUID export) {
    var whose = whose(tenant);
    return request.getContextPath()
        + (whose == null ? "/export.zip?id=" : "/admin/export.zip?tenant=" + whose + "&id=")
        + export;
  }

  ObjectKey archive(@Nullable String tenant, @Nullable String export) {
    var whose = whose(tenant);
    var id = Address.id(export);
    return whose == null ? own.archive(id) : any.archive(whose, id);
  }

  private void made(@Nullable UUID whose) {
    if (whose == null) {
      own.create();
    } else {
      any.create(whose);
    }
  }

  private void change(@Nullable String tenant, String done, Consumer<@Nullable UUID> change)
      throws IOException {
    steps.take(
        () -> {
          var whose = whose(tenant);
          change.accept(whose);
          var page =
              whose == null
                  ? Next.page("/organisation.xhtml")
                  : Next.page("/admin/tenant.xhtml", whose);
          return page.saying(done);
        });
  }

  /** Null for the reader's own organisation. */
  private @Nullable UUID whose(@Nullable String tenant) {
    if (tenant == null || tenant.isBlank()) {
      may.mustAdminister();
      return null;
    }
    may.mustManage();
    return Address.id(tenant);
  }
}
