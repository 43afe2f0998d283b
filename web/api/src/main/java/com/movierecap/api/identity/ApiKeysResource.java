package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.RecapApi;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Responses;
import com.movierecap.api.security.Caller;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.identity.key.ApiKeys;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own keys. */
@Path("/api/keys")
@RequestScoped
@PeopleOnly
@RolesAllowed(Role.VIEW)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "keys")
public class ApiKeysResource {
  @Inject private ApiKeys keys;
  @Inject private Caller caller;
  @Inject private RequestLanguage words;

  @GET
  @Operation(
      operationId = "listApiKeys",
      summary = "List the caller's API keys, newest first",
      description =
          "Those that were revoked or replaced are gone; those that have expired are shown for 30"
              + " days.")
  public KeyBodies.Listing list() {
    return KeyBodies.Listing.of(keys.list(caller.id()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createApiKey",
      summary = "Make an API key",
      description =
          "secret is the whole key and is shown this once; sent as X-API-Key it opens what its"
              + " scopes say, and never more than the caller's role does at that moment. It asks"
              + " for no second factor. The caller is told by mail. 20 can be alive at once.")
  @APIResponseSchema(value = KeyBodies.Made.class, responseCode = "201")
  public Response create(KeyBodies.Request wish) {
    return made(KeyBodies.Made.of(keys.create(caller.id(), wish.wish(), words.language())));
  }

  @POST
  @Path("{id}/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rotateApiKey",
      summary = "Make another key in the place of one",
      description =
          "It has the same name and scopes. Both are good for the time of overlap, then only the"
              + " new one is.")
  @APIResponseSchema(value = KeyBodies.Made.class, responseCode = "201")
  public Response rotate(@PathParam("id") String id, KeyBodies.Rotation rotation) {
    return made(
        KeyBodies.Made.of(
            keys.rotate(
                caller.id(),
                Responses.id(id),
                rotation.overlap(),
                rotation.life(),
                words.language())));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "revokeApiKey", summary = "End a key at once")
  public void revoke(@PathParam("id") String id) {
    keys.revoke(caller.id(), Responses.id(id));
  }

  /** Nothing between us and whoever asked may keep it. */
  static Response made(KeyBodies.Made made) {
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(made)
        .build();
  }
}
