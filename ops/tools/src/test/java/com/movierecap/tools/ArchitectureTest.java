package com.movierecap.tools;

import com.movierecap.rules.HouseRules;
import com.movierecap.rules.Rooms;
import com.movierecap.rules.ThisModule;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.movierecap", importOptions = ThisModule.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule ROOMS =
      Rooms.use("tools: access audit identity identity.people kernel mail tenancy");
}
