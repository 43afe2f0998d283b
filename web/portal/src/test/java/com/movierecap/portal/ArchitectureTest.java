package com.movierecap.portal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.movierecap.portal.page.Pages;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.event.Observes;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;

@AnalyzeClasses(packages = "com.movierecap.portal", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final int MOST_INJECTIONS = 5;

  @ArchTest
  static final ArchRule PAGES_KNOW_NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.eclipse.persistence..");

  @ArchTest
  static final ArchRule PAGES_KNOW_NO_STORE_AND_NO_OTHER_EDGE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk..",
              "redis.clients..",
              "jakarta.ws.rs..",
              "com.movierecap.api..");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching("com.movierecap.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses().should().haveNameMatching(".*(Impl|Helper|Manager|Util|Utils|Dto|DTO|Bean)");

  @ArchTest
  static final ArchRule BEANS_STAY_SMALL =
      classes()
          .should(
              new ArchCondition<JavaClass>("have at most five injections") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  long injected =
                      type.getFields().stream()
                          .filter((JavaField field) -> field.isAnnotatedWith(Inject.class))
                          .count();
                  if (injected > MOST_INJECTIONS) {
                    events.add(
                        SimpleConditionEvent.violated(type, type.getName() + ": " + injected));
                  }
                }
              });

  /** An address within the portal is made in one place. A failure's page begins its answer anew. */
  @ArchTest
  static final ArchRule REDIRECTS_GO_ONE_WAY =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Pages.class)
          .and()
          .doNotHaveSimpleName("PageFailure")
          .should()
          .callMethod(ExternalContext.class, "redirect", String.class);

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
