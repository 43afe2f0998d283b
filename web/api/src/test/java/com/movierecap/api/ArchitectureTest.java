package com.movierecap.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "com.movierecap.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule EVERY_RESOURCE_SAYS_WHO_MAY_CALL_IT =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class);

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching("com.movierecap.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_EDGE_KNOWS_NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "jakarta.faces..");

  @ArchTest
  static final ArchRule THE_EDGE_KNOWS_NO_ENGINE_BUT_ITS_WORDS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.movierecap.media.humble..",
              "com.movierecap.media.analysis..",
              "com.movierecap.media.selection..",
              "com.movierecap.media.ffmpeg..");

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
}
