package com.movierecap.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.movierecap.media", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_ONLY_THE_JDK_AND_ITS_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "com.movierecap.media..",
              "java..",
              "javax..",
              "org.jspecify..",
              "com.fasterxml.jackson..",
              "com.ibm.icu..",
              "org.apache.commons.text..",
              "org.apache.lucene..",
              "ai.onnxruntime..",
              "io.humble..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_RUNS_NETWORKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.media.models..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_RUNS_NATIVE_CODE =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.media.humble..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.humble..");

  @ArchTest
  static final ArchRule ONLY_THE_SUBTITLES_KNOW_WORDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.movierecap.media.subtitles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.ibm.icu..", "org.apache.commons.text..", "org.apache.lucene..");

  @ArchTest
  static final ArchRule ONLY_JSON_MAPS_JSON =
      noClasses()
          .that()
          .haveNameNotMatching("com\\.movierecap\\.media\\.Json(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule SELECTION_READS_NO_FILM =
      noClasses()
          .that()
          .resideInAPackage("com.movierecap.media.selection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.movierecap.media.humble..",
              "com.movierecap.media.analysis..",
              "com.movierecap.media.shots..",
              "com.movierecap.media.sound..",
              "com.movierecap.media.titles..",
              "com.movierecap.media.subtitles..",
              "java.io..",
              "java.nio.file..",
              "java.time..",
              "java.util.random..");
}
