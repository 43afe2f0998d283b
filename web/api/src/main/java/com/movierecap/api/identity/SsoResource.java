package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.identity.sso.ProviderRegistration;
import com.movierecap.identity.sso.SingleSignOn;
import com.movierecap.identity.sso.SsoProvider;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The provider that says who the organisation's people are. */
@Path("/api/sso")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sso")
public class SsoResource {
  @Inject private SingleSignOn signOn;
  @Inject private ProviderRegistration registration;

  @GET
  @Operation(operationId = "getSso", summary = "This organisation's provider of single sign-on")
  @APIResponseSchema(SsoView.class)
  public Response get() {
    return answer(signOn.get());
  }

  @PUT
  @Operation(
      operationId = "setSso",
      summary = "Let people come in by a provider of OpenID Connect",
      description =
          "Register <portal>/portal/sso/callback there as redirect URI, once for each of the"
              + " organisation's host names. sso_only can be set once an administrator has come"
              + " in by the provider.")
  @APIResponseSchema(SsoView.class)
  public Response set(SsoView.Request wish, @HeaderParam("If-Match") @Nullable String match) {
    return answer(
        registration.register(wish.settings(), wish.clientSecret(), Responses.version(match)));
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "removeSso", summary = "Trust the provider no longer")
  public void remove(@HeaderParam("If-Match") @Nullable String match) {
    signOn.remove(Responses.version(match));
  }

  private static Response answer(SsoProvider provider) {
    return Response.ok(SsoView.of(provider)).tag(Responses.tag(provider.version())).build();
  }
}
