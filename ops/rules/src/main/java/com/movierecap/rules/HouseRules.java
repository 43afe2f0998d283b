package com.movierecap.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What every module is held to. */
public final class HouseRules {
  @ArchTest
  public static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching(Rooms.HOUSE + "(**)").should().beFreeOfCycles();

  @ArchTest
  public static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses().should().haveNameMatching(".*(Impl|Helper|Manager|Util|Utils|Dto|DTO|Bean)");

  /** The services let it in without asking, since whoever made the news was asked. */
  @ArchTest
  public static final ArchRule ONLY_THE_CONTAINER_BRINGS_NEWS =
      noClasses()
          .should()
          .callMethodWhere(describe("it observes events", HouseRules::callsAnObserver));

  private HouseRules() {}

  private static boolean callsAnObserver(JavaMethodCall call) {
    return call.getTarget()
        .resolveMember()
        .filter(
            method ->
                method.getParameters().stream()
                    .anyMatch(
                        parameter ->
                            parameter.isAnnotatedWith("jakarta.enterprise.event.Observes")))
        .isPresent();
  }
}
