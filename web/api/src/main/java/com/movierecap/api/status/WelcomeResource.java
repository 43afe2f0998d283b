package com.movierecap.api.status;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whoever comes to the root comes to look: the portal is next door. */
@Path("/")
@RequestScoped
@PermitAll
@Tag(name = "status")
public class WelcomeResource {
  @GET
  @Operation(operationId = "welcome", summary = "To the portal")
  @APIResponse(responseCode = "303", description = "Where the portal is")
  public Response toPortal() {
    return Response.seeOther(URI.create("/portal/")).build();
  }
}
