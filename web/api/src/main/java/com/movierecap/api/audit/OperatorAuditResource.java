package com.movierecap.api.audit;

import com.movierecap.access.Role;
import com.movierecap.api.Paging;
import com.movierecap.api.Responses;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditCsv;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.OperatorAudit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Every tenant's log, for operators and auditors; that they looked stands in the platform's own.
 */
@Path("/admin/audit")
@RequestScoped
@RolesAllowed({Role.OPERATE, Role.AUDIT})
@Tag(name = "operator")
public class OperatorAuditResource {
  @Inject private OperatorAudit all;
  @Inject private AuditService audit;
  @Inject private Paging paging;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listAllAudit",
      summary = "Who did what, in all organisations or in one, newest first")
  public AuditView.Listing list(
      @BeanParam AuditQuery query,
      @QueryParam("tenant_id") @Nullable String tenant,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var filter = query.filter();
    var request = paging.page(limit, after);
    audit.recordReading(AuditAction.AUDIT_READ, tenant == null ? "*" : tenant);
    var page = all.list(id(tenant), filter, request);
    return AuditView.Listing.of(page, paging.next(page));
  }

  @GET
  @Path("export.csv")
  @Produces(AuditCsv.MEDIA_TYPE)
  @Operation(operationId = "exportAllAudit", summary = "The same as CSV, at most 100,000 lines")
  public Response export(
      @BeanParam AuditQuery query, @QueryParam("tenant_id") @Nullable String tenant) {
    var filter = query.filter();
    audit.recordReading(AuditAction.AUDIT_EXPORTED, tenant == null ? "*" : tenant);
    return AuditView.csv(AuditCsv.of(page -> all.list(id(tenant), filter, page)));
  }

  private static @Nullable UUID id(@Nullable String tenant) {
    return tenant == null ? null : Responses.id(tenant);
  }
}
