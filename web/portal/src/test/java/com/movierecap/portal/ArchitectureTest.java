package com.movierecap.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.movierecap.portal.page.Pages;
import com.movierecap.rules.EdgeRules;
import com.movierecap.rules.HouseRules;
import com.movierecap.rules.Rooms;
import com.movierecap.rules.ThisModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;

@AnalyzeClasses(packages = "com.movierecap", importOptions = ThisModule.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
  @ArchTest static final ArchTests EDGE = ArchTests.in(EdgeRules.class);

  private static final int MOST_INJECTIONS = 5;

  @ArchTest
  static final ArchRule ROOMS =
      Rooms.use(
          """
          portal.language:     i18n
          portal.error:        kernel portal.language
          portal.jobs:         jobs kernel library portal.language recap
          portal.usage:        portal.language
          portal.page:         kernel portal.error
          portal.session:      access identity identity.session kernel portal.language portal.page
                               tenancy
          portal.signin:       access identity identity.factor identity.session kernel
                               portal.error portal.session tenancy
          portal.account:      access i18n identity identity.account identity.factor identity.people
                               identity.session kernel portal.error portal.language portal.page
                               portal.session portal.signin tenancy
          portal.library:      i18n idempotency kernel library media portal.error portal.jobs
                               portal.language portal.page portal.session storage
          portal.audit:        audit kernel portal.language portal.page portal.session tenancy
          portal.console:      kernel portal.error portal.language portal.page portal.session
                               portal.usage tenancy usage
          portal.media:        kernel library media portal.page recap storage
          portal.export:       kernel portal.jobs portal.language portal.media portal.page
                               portal.session storage tenancy.export
          portal.factor:       identity.account identity.factor kernel portal.error
                               portal.language portal.page portal.session portal.signin
          portal.frame:        crypto i18n identity kernel portal.language portal.session
          portal.key:          access identity identity.key identity.people kernel portal.error
                               portal.language portal.page portal.session
          portal.organisation: identity.sso kernel media portal.error portal.page portal.session
                               portal.usage recap tenancy usage
          portal.people:       access i18n identity identity.people kernel portal.language
                               portal.page portal.session
          portal.recap:        idempotency kernel library media portal.jobs portal.library
                               portal.media portal.page portal.session recap
          portal.sso:          access identity.sso kernel portal.session portal.signin tenancy
          """);

  @ArchTest
  static final ArchRule PAGES_KNOW_NO_RESOURCES =
      noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

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
}
