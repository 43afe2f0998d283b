package com.movierecap.api.recap;

import com.movierecap.access.Role;
import com.movierecap.api.Paging;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Responses;
import com.movierecap.api.security.Caller;
import com.movierecap.recap.RecapService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The recaps of one film: order another, list those there are. */
@Path("/api/movies/{id}/recaps")
@RequestScoped
@RolesAllowed(Role.VIEW)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recaps")
public class MovieRecapsResource {
  @Inject private RecapService recaps;
  @Inject private Caller caller;
  @Inject private RequestLanguage words;
  @Inject private Paging paging;

  @POST
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "orderRecap",
      summary = "Order a recap; an Idempotency-Key makes sending it twice harmless")
  @APIResponseSchema(value = RecapView.class, responseCode = "202")
  public Response create(
      @PathParam("id") String movie,
      RecapOrder order,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var recap = recaps.create(Responses.id(movie), order.wish(), caller.id(), caller.key(key));
    return Response.accepted(RecapView.of(recap, words.get()))
        .location(URI.create("/api/recaps/" + recap.id()))
        .build();
  }

  @GET
  @Operation(operationId = "listRecaps", summary = "List the recaps of a film, newest first")
  public RecapView.Listing list(
      @PathParam("id") String movie,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var language = words.get();
    var page = recaps.list(Responses.id(movie), paging.page(limit, after));
    return new RecapView.Listing(
        page.items().stream().map(r -> RecapView.of(r, language)).toList(), paging.next(page));
  }
}
