package com.movierecap.api.audit;

import com.movierecap.access.Role;
import com.movierecap.api.Paging;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditCsv;
import com.movierecap.audit.AuditService;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's own log. */
@Path("/api/audit")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Tag(name = "audit")
public class AuditResource {
  @Inject private AuditService audit;
  @Inject private Paging paging;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listAudit", summary = "Who did what in this organisation, newest first")
  public AuditView.Listing list(
      @BeanParam AuditQuery query,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var page = audit.list(query.filter(), paging.page(limit, after));
    return AuditView.Listing.of(page, paging.next(page));
  }

  @GET
  @Path("export.csv")
  @Produces(AuditCsv.MEDIA_TYPE)
  @Operation(operationId = "exportAudit", summary = "The same as CSV, at most 100,000 lines")
  public Response export(@BeanParam AuditQuery query) {
    var filter = query.filter();
    audit.recordReading(AuditAction.AUDIT_EXPORTED, "csv");
    return AuditView.csv(AuditCsv.of(page -> audit.list(filter, page)));
  }
}
