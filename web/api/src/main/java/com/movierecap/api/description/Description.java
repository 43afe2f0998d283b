package com.movierecap.api.description;

import com.movierecap.api.RecapApi;
import com.movierecap.identity.key.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

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
    var responses = new OperationResponses(components, schemas);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(
                        operation -> {
                          var endpoint = endpoint(path, operation);
                          var notes = OperationExamples.of(endpoint.tag(), endpoint.id());
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
    operation.setSecurity(List.of());
    if (roles.isEmpty()) {
      return;
    }
    operation.addSecurityRequirement(requirement(RecapApi.TOKEN));
    var said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
    var needs = "Needs a token of the role " + String.join(" or ", roles);
    var scope = endpoint.scope().map(Scope::slug);
    scope.ifPresent(key -> operation.addSecurityRequirement(requirement(RecapApi.KEY)));
    operation.setDescription(
        said + needs + scope.map(key -> ", or an API key of the scope " + key).orElse("") + ".");
    operation.addExtension("x-roles", roles);
    scope.ifPresent(key -> operation.addExtension("x-scope", key));
  }

  private static SecurityRequirement requirement(String scheme) {
    return OASFactory.createSecurityRequirement().addScheme(scheme);
  }
}
