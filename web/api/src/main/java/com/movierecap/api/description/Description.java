package com.movierecap.api.description;

import com.movierecap.api.RecapApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Completes what Liberty read from the resources. Called by Liberty ({@code mp.openapi.filter}),
 * which describes nothing at all where this throws: {@code OpenApiIT} would see it.
 */
public class Description implements OASFilter {
  private final Map<String, Endpoint> endpoints = Endpoint.all();

  @Override
  public void filterOpenAPI(OpenAPI api) {
    var components = api.getComponents();
    // Liberty's own know no component of a record
    components.setSchemas(null);
    var schemas = new Schemas(components);
    var parameters = new SharedParameters(components);
    var responses = new Responses(components, schemas);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(
                        operation -> {
                          var endpoint = endpoint(path, operation);
                          var notes = Notes.of(endpoint.tag(), endpoint.id());
                          secure(operation, endpoint);
                          parameters.share(operation);
                          schemas.describeBody(operation, endpoint, notes);
                          responses.describe(path, operation, endpoint, notes);
                        }));
  }

  private Endpoint endpoint(String path, Operation operation) {
    return Optional.ofNullable(operation.getOperationId())
        .map(endpoints::get)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    path
                        + " has an operation without an operationId of its own, or its class is not"
                        + " among Endpoint's resources"));
  }

  private static void secure(Operation operation, Endpoint endpoint) {
    var roles = endpoint.roles();
    if (roles.isEmpty()) {
      operation.setSecurity(List.of());
      return;
    }
    operation.setSecurity(
        List.of(OASFactory.createSecurityRequirement().addScheme(RecapApi.TOKEN)));
    var said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
    operation.setDescription(
        said + "Needs a token of the role " + String.join(" or ", roles) + ".");
    operation.addExtension("x-roles", roles);
  }
}
