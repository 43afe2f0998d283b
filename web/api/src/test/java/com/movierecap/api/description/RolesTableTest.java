package com.movierecap.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.identity.key.Scope;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** The documentation's table of who may call what is made from the operations themselves. */
class RolesTableTest {
  private static final java.nio.file.Path TABLE = java.nio.file.Path.of("../../ops/roles/api.md");

  @Test
  void theTableIsTheirs() throws IOException {
    var rows = new TreeMap<String, String>();
    var endpoints = Endpoint.all();
    for (var resource : Endpoint.RESOURCES) {
      for (var method : resource.getDeclaredMethods()) {
        var operation = method.getAnnotation(Operation.class);
        if (operation != null && !operation.hidden()) {
          var endpoint = java.util.Objects.requireNonNull(endpoints.get(operation.operationId()));
          var address = path(resource, method);
          rows.put(
              address + " " + verb(method),
              "| `%s %s` | %s | %s |\n"
                  .formatted(
                      verb(method),
                      address,
                      endpoint.roles().isEmpty()
                          ? "everybody"
                          : String.join(", ", endpoint.roles()),
                      endpoint.roles().isEmpty()
                          ? ""
                          : endpoint
                              .scope()
                              .map(Scope::name)
                              .map(name -> name.toLowerCase(Locale.ROOT))
                              .orElse("no key")));
        }
      }
    }
    assertThat(rows).hasSameSizeAs(endpoints.keySet());
    var table =
        "# Who may call which operation\n\nMade from the resources by `RolesTableTest`, which"
            + " writes it anew to `web/api/target/api.md`. Any of the roles will do; the scope is"
            + " what an API key needs.\n\n| operation | roles | scope |\n|---|---|---|\n"
            + String.join("", rows.values());
    Files.writeString(java.nio.file.Path.of("target/api.md"), table);
    assertThat(table).as("copy target/api.md to %s", TABLE).isEqualTo(Files.readString(TABLE));
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElseThrow();
  }

  private static String path(Class<?> resource, Method method) {
    var below = method.getAnnotation(Path.class);
    var base = resource.getAnnotation(Path.class).value();
    return (below == null ? base : base + "/" + below.value()).replaceAll("/+", "/");
  }
}
