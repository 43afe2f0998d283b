package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.tenancy.TenantSecurity;
import com.movierecap.tenancy.TenantSettingsAdministration;
import com.movierecap.tenancy.TenantSettingsAdministration.Setting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From where and how a tenant's people may come. */
@Path("/admin/tenants/{id}/security")
@RequestScoped
@RolesAllowed({Role.OPERATE, Role.AUDIT})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class TenantSecurityResource {
  @Inject private TenantSettingsAdministration settings;

  @GET
  @Operation(
      operationId = "getTenantSecurity",
      summary = "From where and how a tenant's people may come")
  @APIResponseSchema(TenantSecurity.class)
  public Response security(@PathParam("id") String id) {
    return answer(settings.security(Responses.id(id)));
  }

  @PUT
  @RolesAllowed(Role.OPERATE)
  @Operation(
      operationId = "setTenantSecurity",
      summary = "Say from where and how a tenant's people may come")
  @APIResponseSchema(TenantSecurity.class)
  public Response secure(
      @PathParam("id") String id,
      TenantSecurity security,
      @HeaderParam("If-Match") @Nullable String match) {
    return answer(settings.secure(Responses.id(id), security, Responses.version(match)));
  }

  private static Response answer(Setting<?> setting) {
    return Response.ok(setting.value()).tag(Responses.tag(setting.version())).build();
  }
}
