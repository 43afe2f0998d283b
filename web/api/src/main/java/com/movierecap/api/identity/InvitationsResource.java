package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Required;
import com.movierecap.api.Responses;
import com.movierecap.api.security.Caller;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.people.Invitations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom the organisation has asked in. */
@Path("/api/invitations")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class InvitationsResource {
  @Inject private Invitations invitations;
  @Inject private Caller caller;

  /**
   * @param role {@code viewer editor tenant-admin}
   * @param language BCP 47 tag of what the invited person reads; the caller's own where it is left
   *     out
   */
  public record Request(@Nullable String email, @Nullable String role, @Nullable String language) {}

  @Schema(name = "Invitation")
  public record View(
      UUID id, String email, String role, String language, String createdAt, String expiresAt) {
    static View of(Invitation invitation) {
      return new View(
          invitation.id(),
          invitation.email(),
          invitation.role().slug(),
          invitation.language().tag(),
          invitation.createdAt().toString(),
          invitation.expiresAt().toString());
    }
  }

  public record Listing(List<View> items) {}

  @GET
  @Operation(operationId = "listInvitations", summary = "List invitations that were not taken up")
  public Listing list() {
    return new Listing(invitations.list().stream().map(View::of).toList());
  }

  @POST
  @Operation(
      operationId = "createInvitation",
      summary = "Invite somebody by mail",
      description =
          "The mail's link is good once and for a week. An earlier invitation to the same address"
              + " opens nothing any more.")
  @APIResponseSchema(value = View.class, responseCode = "201")
  public Response create(Request wish) {
    var made =
        invitations.create(
            Required.of(wish.email(), "email"),
            Role.ofTenants(wish.role()),
            RequestLanguage.named(wish.language()),
            caller.id());
    return Response.created(URI.create("/api/invitations/" + made.id()))
        .entity(View.of(made))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getInvitation", summary = "One invitation")
  public View get(@PathParam("id") String id) {
    return View.of(invitations.get(Responses.id(id)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "withdrawInvitation", summary = "Take an invitation back")
  public void withdraw(@PathParam("id") String id) {
    invitations.withdraw(Responses.id(id));
  }

  @POST
  @Path("{id}/resend")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "resendInvitation",
      summary = "Send an invitation again, for another week",
      description = "The link that was sent before opens nothing any more.")
  public View resend(@PathParam("id") String id) {
    return View.of(invitations.resend(Responses.id(id), caller.id()));
  }
}
