package com.movierecap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Queries name tables and entities in text, where neither the compiler nor {@link ArchitectureTest}
 * sees the dependency. So whoever names another package's must know its entity too, as a class,
 * which both see; and each table is written by the feature that has its entity.
 */
class TablesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path MIGRATIONS = Path.of("../db/migrations");
  private static final String PACKAGE = "com.movierecap.";

  /**
   * What operators count of all features, in columns that no entity has, and the command that walks
   * through all tenants' logs without a container.
   */
  private static final Set<String> OVER_ALL =
      Set.of(PACKAGE + "usage.OperatorUsage", PACKAGE + "audit.VerifyAudit");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\n]*$");
  private static final Pattern TEXT =
      Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(from|join|into|update)\\s+(\\w+(?:\\s+\\w+)?(?:\\s*,\\s*\\w+\\s+\\w+)*)");
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)\\b(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)");
  private static final Pattern CREATED =
      Pattern.compile("(?i)create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.movierecap");

  /** Entities by their own names and by those of their tables. */
  private static final Map<String, Set<JavaClass>> ENTITIES =
      CLASSES.stream()
          .filter(type -> type.isAnnotatedWith(Entity.class))
          .flatMap(
              type ->
                  Stream.of(Map.entry(type.getSimpleName(), type), Map.entry(table(type), type)))
          .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));

  /** A class and what its text names. */
  private record Mention(JavaClass by, String name) {
    String words() {
      return by.getName().substring(PACKAGE.length()) + " → " + name;
    }
  }

  @Test
  void eachTableIsMappedInOnePackage() {
    assertThat(ENTITIES)
        .allSatisfy(
            (name, types) ->
                assertThat(types.stream().map(JavaClass::getPackageName).distinct())
                    .as(name)
                    .hasSize(1));
  }

  @Test
  void whoeverNamesATableKnowsItsEntity() {
    var named = mentions(NAMED, 2).toList();
    // else the rule would hold for want of anything it reads
    assertThat(named).hasSizeGreaterThan(80);
    assertThat(named)
        .filteredOn(mention -> ENTITIES.containsKey(mention.name()))
        .filteredOn(mention -> !OVER_ALL.contains(mention.by().getName()))
        .filteredOn(mention -> !isSeen(mention))
        .extracting(Mention::words)
        .isEmpty();
  }

  @Test
  void eachTableIsWrittenByItsOwnFeature() {
    var written = mentions(WRITTEN, 1).filter(m -> ENTITIES.containsKey(m.name())).toList();
    assertThat(written).hasSizeGreaterThan(20);
    assertThat(written)
        .filteredOn(
            mention ->
                ENTITIES.getOrDefault(mention.name(), Set.of()).stream()
                    .noneMatch(entity -> feature(entity).equals(feature(mention.by()))))
        .extracting(Mention::words)
        .isEmpty();
  }

  @Test
  void aTableWithoutAnEntityIsNamedInOnePackage() {
    var tables = tables();
    assertThat(tables).contains("tenant", "scheduled_tasks");
    var users =
        mentions(NAMED, 2)
            .filter(mention -> tables.contains(mention.name()))
            .filter(mention -> !ENTITIES.containsKey(mention.name()))
            .collect(
                groupingBy(
                    Mention::name,
                    mapping(mention -> mention.by().getPackageName(), toCollection(TreeSet::new))));
    assertThat(users).allSatisfy((table, packages) -> assertThat(packages).as(table).hasSize(1));
  }

  private static boolean isSeen(Mention mention) {
    return ENTITIES.getOrDefault(mention.name(), Set.of()).stream()
        .anyMatch(
            entity ->
                entity.getPackageName().equals(mention.by().getPackageName())
                    || mention.by().getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .anyMatch(known -> isOf(known, entity)));
  }

  /** A class in an entity is its own to the virtual machine. */
  private static boolean isOf(JavaClass known, JavaClass entity) {
    return known.equals(entity) || known.getName().startsWith(entity.getName() + "$");
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().substring(PACKAGE.length()).split("\\.", 2)[0];
  }

  private static String table(JavaClass entity) {
    return entity
        .tryGetAnnotationOfType(Table.class)
        .map(Table::name)
        .filter(name -> !name.isEmpty())
        .orElse(entity.getSimpleName().toLowerCase(Locale.ROOT));
  }

  private static Stream<Mention> mentions(Pattern pattern, int group) {
    return files(SOURCES, ".java").flatMap(file -> mentions(file, pattern, group));
  }

  private static Stream<Mention> mentions(Path file, Pattern pattern, int group) {
    var name = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
    if (!CLASSES.contain(name)) {
      return Stream.empty();
    }
    var by = CLASSES.get(name);
    var source = JOINED.matcher(COMMENT.matcher(read(file)).replaceAll("")).replaceAll("");
    return TEXT.matcher(source)
        .results()
        .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
        .flatMap(text -> pattern.matcher(text).results())
        .flatMap(found -> Arrays.stream(found.group(group).split(",")))
        .map(each -> each.strip().split("\\s+", 2)[0])
        .map(word -> new Mention(by, word));
  }

  /** Those of the migrations. */
  private static Set<String> tables() {
    return files(MIGRATIONS, ".sql")
        .flatMap(file -> CREATED.matcher(read(file)).results())
        .map(found -> found.group(1))
        .collect(toSet());
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (var all = Files.walk(folder)) {
      return List.copyOf(all.filter(file -> file.toString().endsWith(ending)).toList()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
