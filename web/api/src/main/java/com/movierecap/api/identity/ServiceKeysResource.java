package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.RecapApi;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Responses;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.identity.key.ApiKeys;
import com.movierecap.identity.people.ServiceAccounts;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of a service account, in its administrators' hands. */
@Path("/api/service-accounts/{id}/keys")
@RequestScoped
@PeopleOnly
@RolesAllowed(Role.ADMINISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "keys")
public class ServiceKeysResource {
  @Inject private ServiceAccounts services;
  @Inject private ApiKeys keys;
  @Inject private RequestLanguage words;

  @GET
  @Operation(
      operationId = "listServiceKeys",
      summary = "List a service account's API keys, newest first")
  public KeyBodies.Listing list(@PathParam("id") String id) {
    return KeyBodies.Listing.of(keys.list(service(id)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createServiceKey",
      summary = "Make an API key for a service account",
      description = "As the caller's own, under /api/keys.")
  @APIResponseSchema(value = KeyBodies.Made.class, responseCode = "201")
  public Response create(@PathParam("id") String id, KeyBodies.Request wish) {
    return ApiKeysResource.made(
        KeyBodies.Made.of(keys.create(service(id), wish.wish(), words.language())));
  }

  @POST
  @Path("{key}/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rotateServiceKey",
      summary = "Make another key in the place of a service account's")
  @APIResponseSchema(value = KeyBodies.Made.class, responseCode = "201")
  public Response rotate(
      @PathParam("id") String id, @PathParam("key") String key, KeyBodies.Rotation rotation) {
    return ApiKeysResource.made(
        KeyBodies.Made.of(
            keys.rotate(
                service(id),
                Responses.id(key),
                rotation.overlap(),
                rotation.life(),
                words.language())));
  }

  @DELETE
  @Path("{key}")
  @Operation(operationId = "revokeServiceKey", summary = "End a service account's key at once")
  public void revoke(@PathParam("id") String id, @PathParam("key") String key) {
    keys.revoke(service(id), Responses.id(key));
  }

  private UUID service(String id) {
    return services.get(Responses.id(id)).id();
  }
}
