package com.movierecap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.persistence.annotations.Multitenant;

@AnalyzeClasses(
    packages = {
      "com.movierecap.crypto",
      "com.movierecap.access",
      "com.movierecap.kernel",
      "com.movierecap.tenancy",
      "com.movierecap.identity",
      "com.movierecap.redis",
      "com.movierecap.storage",
      "com.movierecap.jobs",
      "com.movierecap.mail",
      "com.movierecap.library",
      "com.movierecap.recap",
      "com.movierecap.usage",
      "com.movierecap.audit"
    },
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** The container answers them with an exception, at run time only. */
  @ArchTest
  static final ArchRule NOBODY_CALLS_WHAT_A_BEAN_KEEPS_TO_ITS_PACKAGE =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .and()
          .areNotPublic()
          .and()
          .areNotPrivate()
          .and()
          .areNotStatic()
          .should(onlyBeCalledFromWithinTheirClass());

  /** What is not listed there is no entity to the container. */
  @ArchTest
  static final ArchRule EACH_ENTITY_IS_LISTED =
      classes().that().areAnnotatedWith(Entity.class).should(beListed());

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching("com.movierecap.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_DOWNWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("recap")
          .definedBy("com.movierecap.recap..")
          .layer("features")
          .definedBy(
              "com.movierecap.library..", "com.movierecap.identity..", "com.movierecap.usage..")
          .layer("mail")
          .definedBy("com.movierecap.mail..")
          .layer("tenancy")
          .definedBy("com.movierecap.tenancy..")
          .layer("ground")
          .definedBy(
              "com.movierecap.jobs..",
              "com.movierecap.redis..",
              "com.movierecap.storage..",
              "com.movierecap.audit..")
          .layer("access")
          .definedBy("com.movierecap.access..")
          .layer("kernel")
          .definedBy("com.movierecap.kernel..", "com.movierecap.crypto..")
          .whereLayer("recap")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("features")
          .mayOnlyBeAccessedByLayers("recap")
          .whereLayer("mail")
          .mayOnlyBeAccessedByLayers("recap", "features")
          .whereLayer("tenancy")
          .mayOnlyBeAccessedByLayers("recap", "features", "mail")
          .whereLayer("ground")
          .mayOnlyBeAccessedByLayers("recap", "features", "mail", "tenancy")
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers("recap", "features", "mail", "tenancy", "ground");

  @ArchTest
  static final ArchRule THE_BUSINESS_KNOWS_NO_EDGE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule ONLY_STORAGE_KNOWS_S3 =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule ONLY_REDIS_KNOWS_ITS_CLIENT =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("redis.clients..");

  @ArchTest
  static final ArchRule ONLY_JOBS_KNOWS_THE_SCHEDULER_AND_FORKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.github.kagkarlsson..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder");

  @ArchTest
  static final ArchRule THE_ENGINE_IS_KNOWN_BY_ITS_WORDS_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "com.movierecap.media.humble..",
                      "com.movierecap.media.analysis..",
                      "com.movierecap.media.ffmpeg..")
                  // lays other words over a kept analysis, and reads no film
                  .and(not(simpleName("FilmWords"))));

  @ArchTest
  static final ArchRule EVERY_ENTITY_BELONGS_TO_A_TENANT_BUT_WHAT_LEADS_TO_ONE =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .and()
          .haveNameNotMatching("com.movierecap.tenancy.(Tenant|Plan|DomainOwner)")
          .should()
          .beAnnotatedWith(Multitenant.class);

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses().should().haveNameMatching(".*(Impl|Helper|Manager|Util|Utils|Dto|DTO)");

  @ArchTest
  static final ArchRule ONLY_RECAPS_CHOOSE_PICKS =
      noClasses()
          .that()
          .resideOutsideOfPackages("com.movierecap.recap..", "com.movierecap.media..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.movierecap.media.selection..");

  /** The services let it in without asking, since whoever made the news was asked. */
  @ArchTest
  static final ArchRule ONLY_THE_CONTAINER_BRINGS_NEWS =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it observes events",
                  call ->
                      call.getTarget()
                          .resolveMember()
                          .filter(
                              method ->
                                  method.getParameters().stream()
                                      .anyMatch(
                                          parameter -> parameter.isAnnotatedWith(Observes.class)))
                          .isPresent()));

  private static ArchCondition<JavaMethod> onlyBeCalledFromWithinTheirClass() {
    return ArchCondition.from(
        describe(
            "only be called from within their class",
            method ->
                method.getCallsOfSelf().stream()
                    .allMatch(call -> call.getOriginOwner().equals(method.getOwner()))));
  }

  private static ArchCondition<JavaClass> beListed() {
    return ArchCondition.from(
        describe(
            "be listed in persistence.xml",
            entity -> persistenceUnit().contains("<class>" + entity.getName() + "</class>")));
  }

  private static String persistenceUnit() {
    try (var file = ArchitectureTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
