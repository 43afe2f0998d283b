package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.FileQuery;
import com.movierecap.api.RecapApi;
import com.movierecap.api.Responses;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.tenancy.export.OperatorExports;
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

/** A customer's data as archives, in an operator's hands. */
@Path("/admin/tenants/{id}/exports")
@RequestScoped
@RolesAllowed(Role.OPERATE)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "operator")
public class TenantExportsResource {
  @Inject private OperatorExports exports;
  @Inject private S3ObjectStore store;

  @POST
  @Operation(
      operationId = "makeTenantExport",
      summary = "Have all data put into one archive: rows as JSON lines, and media")
  @APIResponseSchema(value = ExportView.class, responseCode = "202")
  public Response create(@PathParam("id") String id) {
    var made = exports.create(Responses.id(id));
    return Response.accepted(ExportView.of(made, folder(id)))
        .location(URI.create(folder(id) + "/" + made.id()))
        .build();
  }

  @GET
  @Operation(
      operationId = "listTenantExports",
      summary = "List archives, newest first; each is kept for a week")
  public ExportView.Listing list(@PathParam("id") String id) {
    return ExportView.of(exports.list(Responses.id(id)), folder(id));
  }

  @GET
  @Path("{export}")
  @Operation(operationId = "getTenantExport", summary = "One archive, and how far it is")
  public ExportView get(@PathParam("id") String id, @PathParam("export") String export) {
    return ExportView.of(exports.get(Responses.id(id), Responses.id(export)), folder(id));
  }

  @GET
  @Path("{export}/export.zip")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "downloadTenantExport", summary = "The archive itself")
  public Response archive(
      @PathParam("id") String id, @PathParam("export") String export, @BeanParam FileQuery file) {
    return Responses.file(
        store.open(exports.archive(Responses.id(id), Responses.id(export)), file.wanted()),
        "application/zip");
  }

  @DELETE
  @Path("{export}")
  @Operation(
      operationId = "deleteTenantExport",
      summary = "Delete an archive, or stop what is being made of it")
  public void delete(@PathParam("id") String id, @PathParam("export") String export) {
    exports.delete(Responses.id(id), Responses.id(export));
  }

  private static String folder(String id) {
    return "/admin/tenants/" + id + "/exports";
  }
}
