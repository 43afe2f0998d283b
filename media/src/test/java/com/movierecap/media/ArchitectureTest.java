package com.movierecap.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.movierecap.rules.HouseRules;
import com.movierecap.rules.Libraries;
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
      Rooms.use(
          """
          media:
          media.subtitles: media
          media.film:      media media.subtitles
          media.ffmpeg:    json media media.film media.subtitles
          media.models:    media media.ffmpeg media.film
          media.humble:    media media.ffmpeg media.film media.subtitles
          media.reading:   media media.ffmpeg media.film media.humble media.subtitles
          media.shots:     media media.film
          media.sound:     media media.film media.models
          media.titles:
          media.analysis:  media media.film media.models media.reading media.shots media.sound
                           media.subtitles media.titles
          media.captions:  media
          media.demo:      media media.ffmpeg
          media.rendering.lossless: media media.ffmpeg media.film
          media.rendering: media media.captions media.ffmpeg media.film media.rendering.lossless
                           media.subtitles
          media.export:    json media media.rendering
          media.selection: media
          media.worker:    json media media.analysis media.export media.ffmpeg media.film
                           media.rendering media.selection media.subtitles
          """);

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_ONLY_THE_JDK_AND_ITS_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "com.movierecap.media..",
              "com.movierecap.json..",
              "java..",
              "javax..",
              "org.jspecify..",
              "com.fasterxml.jackson.annotation..",
              "com.ibm.icu..",
              "org.apache.commons.text..",
              "org.apache.lucene..",
              "ai.onnxruntime..",
              "io.humble..");

  @ArchTest
  static final ArchRule ONLY_ONE_ROOM_RUNS_NETWORKS =
      Libraries.only("media.models", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule ONLY_ONE_ROOM_RUNS_NATIVE_CODE =
      Libraries.only("media.humble", "io.humble..");

  @ArchTest
  static final ArchRule ONLY_THE_SUBTITLES_KNOW_WORDS =
      Libraries.only(
          "media.subtitles", "com.ibm.icu..", "org.apache.commons.text..", "org.apache.lucene..");

  @ArchTest
  static final ArchRule SELECTION_READS_NO_FILM =
      noClasses()
          .that()
          .resideInAPackage("com.movierecap.media.selection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.time..", "java.util.random..");
}
