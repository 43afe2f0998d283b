package com.movierecap.api.identity;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.api.RecapApi;
import com.movierecap.api.Required;
import com.movierecap.api.Responses;
import com.movierecap.api.security.AccessTokens;
import com.movierecap.api.security.Caller;
import com.movierecap.identity.session.Impersonations;
import com.movierecap.identity.session.RefreshTokens;
import com.movierecap.identity.session.Session;
import com.movierecap.tenancy.TenantDirectory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Operators in the place of a tenant's people. */
@Path("/admin/tenants/{id}/impersonations")
@RequestScoped
@RolesAllowed(Role.OPERATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "operator")
public class ImpersonationsResource {
  @Inject private Impersonations impersonations;
  @Inject private RefreshTokens refreshTokens;
  @Inject private TenantDirectory tenants;
  @Inject private AccessTokens tokens;
  @Inject private Caller caller;

  public record Request(@Nullable String email, @Nullable String reason) {}

  /**
   * @param expiresAt when all of it is over, however often the tokens are refreshed
   */
  public record Impersonated(
      String accessToken, String refreshToken, String tokenType, int expiresIn, String expiresAt) {}

  @POST
  @Operation(
      operationId = "impersonate",
      summary = "Take the place of one of the tenant's people, for half an hour",
      description =
          "The tokens do what the person may do, but for what proves who they are or who else may"
              + " come in: passwords, addresses, factors, sessions, keys, invitations and roles."
              + " The reason, and all that is done, stand in the tenant's log under the operator's"
              + " name. It ends with the operator's own session, with a POST to /api/auth/logout,"
              + " or when the person ends it.")
  @APIResponseSchema(value = Impersonated.class, responseCode = "201")
  public Response begin(@PathParam("id") String id, Request wish) {
    var tenant = tenants.resolve(List.of(Responses.id(id).toString()));
    var email = Required.of(wish.email(), "email");
    var begun =
        CallContext.in(tenant.id())
            .get(
                () ->
                    view(
                        refreshTokens.issue(
                            impersonations.begin(email, wish.reason(), caller.signIn()))));
    return Response.status(Response.Status.CREATED).entity(begun).build();
  }

  private Impersonated view(Session session) {
    var pair = AuthResource.Tokens.of(session, tokens);
    return new Impersonated(
        pair.accessToken(),
        pair.refreshToken(),
        pair.tokenType(),
        pair.expiresIn(),
        session.signIn().expiresAt().toString());
  }
}
