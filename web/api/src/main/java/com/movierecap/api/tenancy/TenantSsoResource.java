package com.movierecap.api.tenancy;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.identity.sso.SingleSignOn;
import com.movierecap.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way back in for a tenant whose provider is broken. */
@Path("/admin/tenants/{id}/sso-only")
@RequestScoped
@RolesAllowed(Role.OPERATE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class TenantSsoResource {
  @Inject private Tenants tenants;
  @Inject private SingleSignOn signOn;

  @DELETE
  @Operation(
      operationId = "allowTenantPasswords",
      summary = "Let a tenant's people use their passwords again although it has single sign-on")
  public void allowPasswords(@PathParam("id") String id) {
    CallContext.in(tenants.get(Responses.id(id)).id()).writing().run(signOn::allowPasswords);
  }
}
