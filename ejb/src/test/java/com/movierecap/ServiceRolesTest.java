package com.movierecap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.AllowedCallers;
import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.NormalScope;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each public method of each service says who may call it: of the enterprise beans, and of the
 * beans before those, by which an edge would reach them.
 */
class ServiceRolesTest {
  private static final Path TABLE = Path.of("../ops/roles/services.md");
  private static final String PACKAGE = "com.movierecap.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.movierecap");

  private static final Set<String> KNOWN =
      Stream.concat(
              Arrays.stream(Role.values()).flatMap(role -> role.groups().stream()),
              Stream.of(Role.ENROL, AllowedTo.EVERYBODY, AllowedTo.OWN_WORK))
          .collect(Collectors.toSet());

  @Test
  void eachMethodSaysWhoMayCallIt() {
    assertThat(methods())
        .as("who may call it (@OpenTo)?")
        .allSatisfy(
            method ->
                assertThat(AllowedCallers.of(method).map(AllowedCallers::names).orElse(List.of()))
                    .as(name(method))
                    .isNotEmpty()
                    .isSubsetOf(KNOWN));
  }

  @Test
  void whatIsNoBeanDeclaresNothing() {
    assertThat(CLASSES)
        .filteredOn(
            type ->
                type.isAnnotatedWith(AllowedTo.class)
                    || type.getMethods().stream()
                        .anyMatch(each -> each.isAnnotatedWith(AllowedTo.class)))
        .as("nobody would ask for it")
        .allMatch(
            type -> isBean(type) || type.isAnnotatedWith(Interceptor.class),
            "beans, or their gate");
  }

  @Test
  void theTableIsTheirs() throws IOException {
    var table =
        new StringBuilder(
            "# Who may call which service\n\nMade from the services by `ServiceRolesTest`, which"
                + " writes it anew to `ejb/target/services.md`. Any of the roles will do. *Own"
                + " work* are jobs, timers and other services: what a service calls in turn is its"
                + " own. *News* comes from the container, to whoever listens.\n\n"
                + "| service | callers |\n|---|---|\n");
    for (var method : methods()) {
      var callers = AllowedCallers.of(method).orElseThrow();
      table.append(
          "| `%s` | %s |\n"
              .formatted(
                  name(method),
                  AllowedCallers.isObserver(method) ? "news" : String.join(", ", callers.names())));
    }
    Files.writeString(Path.of("target/services.md"), table);
    assertThat(table.toString())
        .as("copy target/services.md to %s", TABLE)
        .isEqualTo(Files.readString(TABLE));
  }

  private static List<Method> methods() {
    var methods =
        CLASSES.stream()
            .filter(ServiceRolesTest::isService)
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .sorted(Comparator.comparing((Function<Method, String>) ServiceRolesTest::name))
            .toList();
    assertThat(methods).hasSizeGreaterThan(150);
    return methods;
  }

  private static boolean isService(JavaClass type) {
    return isEnterpriseBean(type)
        || isBean(type)
            && type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(target -> !target.equals(type))
                .anyMatch(
                    target -> isEnterpriseBean(target) || target.isAnnotatedWith(AllowedTo.class));
  }

  private static boolean isBean(JavaClass type) {
    return isEnterpriseBean(type) || type.isMetaAnnotatedWith(NormalScope.class);
  }

  private static boolean isEnterpriseBean(JavaClass type) {
    return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class);
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName().substring(PACKAGE.length())
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
