package com.movierecap.api.recap;

import com.movierecap.api.Answers;
import com.movierecap.api.RecapApi;
import com.movierecap.api.Words;
import com.movierecap.api.identity.Caller;
import com.movierecap.identity.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.media.Pick;
import com.movierecap.recap.Output;
import com.movierecap.recap.Recap;
import com.movierecap.recap.RecapService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recaps of the tenant's films. */
@Path("/api")
@RequestScoped
@RolesAllowed(Role.VIEW)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "recaps")
public class RecapResource {
  @Inject private RecapService recaps;
  @Inject private Caller caller;
  @Inject private Words words;

  /** Picks chosen by hand; scores and reasons may be left out. */
  public record Picks(List<Pick> picks) {}

  @POST
  @Path("movies/{id}/recaps")
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Order a recap; an Idempotency-Key makes sending it twice harmless")
  public Response create(
      @PathParam("id") String movie,
      RecapOrder order,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var recap = recaps.create(Answers.id(movie), order.request(), caller.id(), RecapOrder.key(key));
    return Response.accepted(view(recap)).location(URI.create("/api/recaps/" + recap.id())).build();
  }

  @GET
  @Path("movies/{id}/recaps")
  @Operation(summary = "List the recaps of a film, newest first")
  public RecapView.Listing list(
      @PathParam("id") String movie,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var page = recaps.list(Answers.id(movie), Answers.page(limit, after));
    return new RecapView.Listing(
        page.items().stream().map(this::view).toList(),
        page.next() == null ? null : page.next().toString());
  }

  @GET
  @Path("recaps/{id}")
  @Operation(summary = "One recap: how far it is, its picks with their reasons, its outputs")
  public Response get(@PathParam("id") String id) {
    return answer(recaps.get(Answers.id(id)));
  }

  @PUT
  @Path("recaps/{id}/picks")
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change the picks by hand")
  public Response change(
      @PathParam("id") String id, Picks picks, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        recaps.change(Answers.id(id), RecapOrder.byHand(picks), Answers.version(ifMatch)));
  }

  @POST
  @Path("recaps/{id}/render")
  @RolesAllowed(Role.EDIT)
  @Operation(summary = "Render again, by hand-made picks where there are some")
  public Response render(@PathParam("id") String id) {
    return Response.accepted(view(recaps.render(Answers.id(id))))
        .location(URI.create("/api/recaps/" + id))
        .build();
  }

  @POST
  @Path("recaps/{id}/cancel")
  @RolesAllowed(Role.EDIT)
  @Operation(summary = "Stop what is under way")
  public Response cancel(@PathParam("id") String id) {
    return answer(recaps.cancel(Answers.id(id)));
  }

  @DELETE
  @Path("recaps/{id}")
  @RolesAllowed(Role.EDIT)
  @Operation(summary = "Delete a recap and its outputs")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    recaps.delete(Answers.id(id), Answers.version(ifMatch));
  }

  @GET
  @Path("recaps/{id}/outputs/{name}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "An output file; Range is honoured")
  public Response output(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range) {
    var output = Output.of(name).orElseThrow(ProblemException::notFound);
    return Answers.file(recaps.open(Answers.id(id), output, range), output.mediaType());
  }

  private RecapView view(Recap recap) {
    return RecapView.of(recap, words.get());
  }

  private Response answer(Recap recap) {
    return Response.ok(view(recap)).tag(Answers.tag(recap.version())).build();
  }
}
