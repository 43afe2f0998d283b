package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.usage.OperatorUsage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a tenant used. */
@Path("/admin/tenants/{id}/usage")
@RequestScoped
@RolesAllowed({Role.OPERATE, Role.AUDIT})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class TenantUsageResource {
  @Inject private OperatorUsage usage;

  @GET
  @Operation(
      operationId = "getTenantUsage",
      summary = "What a tenant used, by day and over a period; this month unless said")
  public UsageView usage(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return UsageView.of(usage.read(Responses.id(id), day(from, "from"), day(to, "to")));
  }

  private static @Nullable LocalDate day(@Nullable String text, String name) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, name + ": 2026-11-24");
    }
  }
}
