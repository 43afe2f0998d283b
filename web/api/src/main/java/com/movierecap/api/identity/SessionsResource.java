package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.RecapApi;
import com.movierecap.api.Responses;
import com.movierecap.api.security.Caller;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.identity.session.Impersonation;
import com.movierecap.identity.session.Sessions;
import com.movierecap.identity.session.SignIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the caller is signed in. */
@Path("/api/sessions")
@RequestScoped
@PeopleOnly
@RolesAllowed({Role.VIEW, Role.AUDIT})
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "auth")
public class SessionsResource {
  @Inject private Sessions sessions;
  @Inject private Caller caller;

  /**
   * @param kind {@code api} or {@code portal}
   * @param device what its program calls itself, and address where it signed in from
   * @param operator who has taken the caller's place in it, or null where it is the caller's
   * @param current whether it is the caller's own
   */
  @Schema(name = "Session")
  public record View(
      UUID id,
      String kind,
      @Nullable String device,
      @Nullable String address,
      String createdAt,
      String seenAt,
      @Nullable String operator,
      boolean current) {}

  public record Listing(List<View> items) {}

  @GET
  @Operation(
      operationId = "listSessions",
      summary = "List the caller's sessions, the one seen last first")
  public Listing list() {
    return new Listing(sessions.list(caller.id()).stream().map(this::view).toList());
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "endSession",
      summary = "End one of the caller's sessions",
      description = "Its refresh token is worth nothing from then on, and its access token too.")
  public void end(@PathParam("id") String id) {
    sessions.end(caller.id(), Responses.id(id));
  }

  @POST
  @Path("end-others")
  @Operation(operationId = "endOtherSessions", summary = "End all sessions but the caller's own")
  public void endOthers() {
    sessions.endOthers(caller.id(), caller.signIn());
  }

  private View view(SignIn signIn) {
    return new View(
        signIn.id(),
        signIn.kind().name().toLowerCase(Locale.ROOT),
        signIn.device(),
        signIn.address(),
        signIn.createdAt().toString(),
        signIn.seenAt().toString(),
        signIn.impersonation().map(Impersonation::operator).orElse(null),
        signIn.id().equals(caller.signIn()));
  }
}
