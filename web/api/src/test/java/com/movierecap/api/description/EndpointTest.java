package com.movierecap.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class EndpointTest {
  @Test
  void everyResourceIsDescribed() {
    var resources =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.movierecap.api")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .<Class<?>>map(type -> type.reflect())
                .toList();
    assertThat(Endpoint.RESOURCES).containsExactlyInAnyOrderElementsOf(resources);
  }

  @Test
  void everyOperationHasAnIdOfItsOwn() {
    var operations =
        Endpoint.RESOURCES.stream()
            .flatMap(type -> java.util.Arrays.stream(type.getDeclaredMethods()))
            .map(method -> method.getAnnotation(Operation.class))
            .filter(operation -> operation != null && !operation.hidden())
            .count();
    assertThat(Endpoint.all()).hasSize((int) operations).doesNotContainKey("");
  }
}
