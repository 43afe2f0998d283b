package com.movierecap.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What both edges, the API and the portal, are held to: they translate, and keep nothing. */
public final class EdgeRules {
  @ArchTest
  public static final ArchRule THE_EDGE_KNOWS_NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..", "java.sql..");

  @ArchTest
  public static final ArchRule THE_EDGE_KNOWS_NO_STORE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "redis.clients..");

  private EdgeRules() {}
}
