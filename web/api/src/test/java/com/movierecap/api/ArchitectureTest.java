package com.movierecap.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.movierecap.rules.EdgeRules;
import com.movierecap.rules.HouseRules;
import com.movierecap.rules.Rooms;
import com.movierecap.rules.ThisModule;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "com.movierecap", importOptions = ThisModule.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
  @ArchTest static final ArchTests EDGE = ArchTests.in(EdgeRules.class);

  @ArchTest
  static final ArchRule ROOMS =
      Rooms.use(
          """
          api:             access crypto i18n kernel storage
          api.audit:       api audit kernel
          api.security:    access api crypto idempotency identity identity.key identity.session
                           kernel tenancy usage
          api.identity:    access api api.security i18n identity identity.account
                           identity.factor identity.key identity.people identity.session
                           identity.sso kernel tenancy
          api.recap:       access api api.security i18n jobs json kernel library media recap
                           storage
          api.library:     api api.recap api.security i18n jobs kernel library media storage
          api.problem:     access api api.security i18n json kernel
          api.status:      redis storage tenancy
          api.tenancy:     access api i18n identity.sso jobs kernel storage tenancy
                           tenancy.export usage
          api.description: api.audit api.identity api.library api.problem api.recap api.security
                           api.status api.tenancy i18n identity.key json kernel library
          api.json:        i18n json kernel
          """);

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
  static final ArchRule THE_API_KNOWS_NO_PAGES =
      noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.faces..");
}
