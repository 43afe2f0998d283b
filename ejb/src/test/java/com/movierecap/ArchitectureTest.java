package com.movierecap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.movierecap.kernel.Ids;
import com.movierecap.rules.HouseRules;
import com.movierecap.rules.Libraries;
import com.movierecap.rules.Rooms;
import com.movierecap.rules.ThisModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.persistence.annotations.Multitenant;

@AnalyzeClasses(packages = "com.movierecap", importOptions = ThisModule.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule ROOMS =
      Rooms.use(
          """
          kernel:
          crypto:
          outbound:
          access:           kernel
          redis:            access kernel
          storage:          access kernel
          audit:            access crypto json kernel
          idempotency:      access crypto kernel
          jobs:             access json kernel media media.worker redis
          tenancy:          access audit i18n jobs json kernel outbound redis storage
          tenancy.export:   access audit jobs json kernel storage tenancy
          mail:             access crypto i18n jobs json kernel tenancy
          usage:            access audit jobs kernel redis tenancy
          identity:         access audit crypto i18n kernel redis
          identity.factor:  access audit crypto identity kernel tenancy
          identity.session: access audit crypto identity identity.factor kernel redis tenancy
          identity.account: access audit i18n identity identity.factor identity.session kernel
                            mail
          identity.key:     access audit i18n identity identity.session json kernel mail redis
          identity.people:  access audit i18n identity identity.factor identity.session kernel
                            mail tenancy
          identity.sso:     access audit crypto identity identity.session json kernel outbound
                            redis tenancy
          library:          access audit crypto i18n idempotency jobs json kernel media
                            media.analysis media.subtitles media.worker storage usage
          recap:            access audit i18n idempotency jobs json kernel library media
                            media.selection media.worker storage usage
          """);

  /** Identifiers are times too, and made where nothing is injected. */
  @ArchTest
  static final ArchRule THE_TIME_IS_INJECTED =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Ids.class)
          .and()
          .doNotHaveFullyQualifiedName("com.movierecap.kernel.Clocks")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule ONLY_STORAGE_KNOWS_S3 =
      Libraries.only("storage", "software.amazon.awssdk..");

  @ArchTest
  static final ArchRule ONLY_REDIS_KNOWS_ITS_CLIENT = Libraries.only("redis", "redis.clients..");

  @ArchTest
  static final ArchRule ONLY_ONE_ROOM_ASKS_DNS = Libraries.only("outbound", "org.xbill.DNS..");

  @ArchTest
  static final ArchRule ONLY_JOBS_KNOWS_THE_SCHEDULER =
      Libraries.only("jobs", "com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule ONLY_JOBS_FORKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.jobs..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  /** It lays other words over a kept analysis; all else in there reads films. */
  @ArchTest
  static final ArchRule OF_THE_LOOKING_AT_FILMS_ONE_CLASS_IS_KNOWN =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("com.movierecap.media.analysis..")
                  .and(not(simpleName("FilmWords"))));

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
  static final ArchRule THE_BUSINESS_KNOWS_NO_EDGE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule EVERY_ENTITY_BELONGS_TO_A_TENANT_BUT_WHAT_LEADS_TO_ONE =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .and()
          .haveNameNotMatching("com.movierecap.tenancy.(Tenant|Plan|DomainOwner)")
          .should()
          .beAnnotatedWith(Multitenant.class);

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
