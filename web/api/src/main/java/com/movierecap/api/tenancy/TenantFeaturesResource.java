package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.tenancy.TenantFeatures;
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

/** What is switched on for a tenant. */
@Path("/admin/tenants/{id}/features")
@RequestScoped
@RolesAllowed({Role.OPERATE, Role.AUDIT})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class TenantFeaturesResource {
  @Inject private TenantSettingsAdministration settings;

  @GET
  @Operation(operationId = "getTenantFeatures", summary = "What is switched on for a tenant")
  @APIResponseSchema(TenantFeatures.class)
  public Response features(@PathParam("id") String id) {
    return answer(settings.features(Responses.id(id)));
  }

  @PUT
  @RolesAllowed(Role.OPERATE)
  @Operation(operationId = "setTenantFeatures", summary = "Switch features on and off for a tenant")
  @APIResponseSchema(TenantFeatures.class)
  public Response feature(
      @PathParam("id") String id,
      TenantFeatures features,
      @HeaderParam("If-Match") @Nullable String match) {
    return answer(settings.feature(Responses.id(id), features, Responses.version(match)));
  }

  private static Response answer(Setting<?> setting) {
    return Response.ok(setting.value()).tag(Responses.tag(setting.version())).build();
  }
}
