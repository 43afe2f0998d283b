package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.FileQuery;
import com.movierecap.api.RecapApi;
import com.movierecap.api.Responses;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.tenancy.export.TenantExports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's own data as archives. */
@Path("/api/exports")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "exports")
public class ExportsResource {
  private static final String FOLDER = "/api/exports";

  @Inject private TenantExports exports;
  @Inject private S3ObjectStore store;

  @POST
  @Operation(
      operationId = "makeExport",
      summary = "Have all data put into one archive: rows as JSON lines, and media")
  @APIResponseSchema(value = ExportView.class, responseCode = "202")
  public Response create() {
    var made = exports.create();
    return Response.accepted(ExportView.of(made, FOLDER))
        .location(URI.create(FOLDER + "/" + made.id()))
        .build();
  }

  @GET
  @Operation(
      operationId = "listExports",
      summary = "List archives, newest first; each is kept for a week")
  public ExportView.Listing list() {
    return ExportView.of(exports.list(), FOLDER);
  }

  @GET
  @Path("{export}")
  @Operation(operationId = "getExport", summary = "One archive, and how far it is")
  public ExportView get(@PathParam("export") String export) {
    return ExportView.of(exports.get(Responses.id(export)), FOLDER);
  }

  @GET
  @Path("{export}/export.zip")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "downloadExport", summary = "The archive itself")
  public Response archive(@PathParam("export") String export, @BeanParam FileQuery file) {
    return Responses.file(
        store.open(exports.archive(Responses.id(export)), file.wanted()), "application/zip");
  }

  @DELETE
  @Path("{export}")
  @Operation(
      operationId = "deleteExport",
      summary = "Delete an archive, or stop what is being made of it")
  public void delete(@PathParam("export") String export) {
    exports.delete(Responses.id(export));
  }
}
