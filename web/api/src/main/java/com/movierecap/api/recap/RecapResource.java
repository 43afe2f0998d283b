package com.movierecap.api.recap;

import com.movierecap.access.Role;
import com.movierecap.api.FileQuery;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Responses;
import com.movierecap.media.OutputFile;
import com.movierecap.recap.Recap;
import com.movierecap.recap.RecapSelection;
import com.movierecap.recap.RecapService;
import com.movierecap.storage.S3ObjectStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One recap: watch it grow, change it, fetch what came out. */
@Path("/api/recaps")
@RequestScoped
@RolesAllowed(Role.VIEW)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recaps")
public class RecapResource {
  @Inject private RecapService recaps;
  @Inject private RecapSelection selection;
  @Inject private S3ObjectStore store;
  @Inject private RequestLanguage words;

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getRecap",
      summary = "One recap: how far it is, its picks with their reasons, its outputs")
  @APIResponseSchema(RecapView.class)
  public Response get(@PathParam("id") String id) {
    return answer(recaps.get(Responses.id(id)));
  }

  @PUT
  @Path("{id}/picks")
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changePicks", summary = "Change the picks by hand")
  @APIResponseSchema(RecapView.class)
  public Response change(
      @PathParam("id") String id,
      HandPicks picks,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(recaps.change(Responses.id(id), picks.checked(), Responses.version(ifMatch)));
  }

  @POST
  @Path("{id}/choose")
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "choosePicks",
      summary = "Choose the picks anew around what must be in and what must not")
  @APIResponseSchema(RecapView.class)
  public Response choose(
      @PathParam("id") String id,
      Ranges ranges,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        selection.choose(
            Responses.id(id), ranges.mustBeIn(), ranges.mustBeOut(), Responses.version(ifMatch)));
  }

  @POST
  @Path("{id}/render")
  @RolesAllowed(Role.EDIT)
  @Operation(
      operationId = "renderRecap",
      summary = "Render again, by hand-made picks where there are some")
  @APIResponseSchema(value = RecapView.class, responseCode = "202")
  public Response render(@PathParam("id") String id) {
    return Response.accepted(view(recaps.render(Responses.id(id))))
        .location(URI.create("/api/recaps/" + id))
        .build();
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed(Role.EDIT)
  @Operation(operationId = "cancelRecap", summary = "Stop what is under way")
  @APIResponseSchema(RecapView.class)
  public Response cancel(@PathParam("id") String id) {
    return answer(recaps.cancel(Responses.id(id)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.EDIT)
  @Operation(operationId = "deleteRecap", summary = "Delete a recap and its outputs")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    recaps.delete(Responses.id(id), Responses.version(ifMatch));
  }

  @GET
  @Path("{id}/outputs/{name}")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "getRecapOutput", summary = "An output file; Range is honoured")
  public Response output(
      @PathParam("id") String id, @PathParam("name") String name, @BeanParam FileQuery file) {
    var stored = store.open(recaps.output(Responses.id(id), name), file.wanted());
    return Responses.file(stored, OutputFile.named(name).mediaType());
  }

  private RecapView view(Recap recap) {
    return RecapView.of(recap, words.get());
  }

  private Response answer(Recap recap) {
    return Response.ok(view(recap)).tag(Responses.tag(recap.version())).build();
  }
}
