package com.movierecap.api.status;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The description of the API. Liberty makes it and serves it on the management port, which is not
 * public; this hands the same document on.
 */
@Path("/openapi")
@RequestScoped
@PermitAll
@Tag(name = "status")
public class OpenApiResource {
  static final String YAML = "application/yaml";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject
  @ConfigProperty(name = "recap.management.port")
  private int managementPort;

  @GET
  @Produces({OpenApiResource.YAML, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getDescription",
      summary = "OpenAPI, as YAML or, where asked for, as JSON")
  public Response get(@HeaderParam("Accept") @Nullable String accept)
      throws IOException, InterruptedException {
    var type =
        accept != null && accept.contains(MediaType.APPLICATION_JSON)
            ? MediaType.APPLICATION_JSON
            : YAML;
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/openapi"))
            .header("Accept", type)
            .timeout(PATIENCE)
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    return Response.status(answer.statusCode()).type(type).entity(answer.body()).build();
  }
}
