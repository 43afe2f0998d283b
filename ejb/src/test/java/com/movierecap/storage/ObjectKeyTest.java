package com.movierecap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
  private static final UUID ACME = UUID.fromString("01a2106b-6dda-78b2-bdc6-d12a9c709c63");
  private static final UUID THING = UUID.fromString("01a2106b-6dda-78b2-bdc6-d12a9c709c64");
  private static final UUID JOB = UUID.fromString("01a2106b-6dda-78b2-bdc6-d12a9c709c65");
  private static final String FOLDER = "tenants/" + ACME + "/";

  @Test
  void everythingLiesInTheBoundTenantsFolder() {
    assertThat(ofAcme(() -> ObjectKey.ofMovie(THING, "film")).value())
        .isEqualTo(FOLDER + "movies/" + THING + "/film");
    assertThat(ofAcme(() -> ObjectKey.ofRecap(THING, JOB, "recap.mp4")).value())
        .isEqualTo(FOLDER + "recaps/" + THING + "/" + JOB + "/recap.mp4");
    assertThat(ofAcme(() -> ObjectKey.ofWatermark(THING)).value())
        .isEqualTo(FOLDER + "watermarks/" + THING + "/watermark.png");
    assertThat(ofAcme(() -> ObjectKey.ofExport(THING)).value())
        .isEqualTo(FOLDER + "exports/" + THING + "/export.zip");
  }

  @Test
  void withoutATenantThereIsNoPlace() {
    assertThatThrownBy(() -> ObjectKey.ofMovie(THING, "film"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ObjectKey.recapFolder(THING))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", ".hidden", "../film", "a/b", "a\\b", "a b", "a\n", "a\u0000", "ä", "%2e%2e",
        "-a", "_a"
      })
  void noNameLeadsOutOfAThingsFolder(String name) {
    CallContext.in(ACME)
        .run(
            () -> {
              assertThatThrownBy(() -> ObjectKey.ofMovie(THING, name))
                  .isInstanceOf(IllegalArgumentException.class);
              assertThatThrownBy(() -> ObjectKey.ofRecap(THING, JOB, name))
                  .isInstanceOf(IllegalArgumentException.class);
            });
  }

  @Test
  void aNameHasUpTo100Characters() {
    var longest = "a".repeat(100);
    assertThat(ofAcme(() -> ObjectKey.ofMovie(THING, longest)).value()).endsWith("/" + longest);
    CallContext.in(ACME)
        .run(
            () ->
                assertThatThrownBy(() -> ObjectKey.ofMovie(THING, longest + "a"))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  /** Whoever could hand in a text of their own could name another tenant's folder. */
  @Test
  void nobodyOutsideOfStorageMakesOneOutOfText() {
    assertThat(ObjectKey.class.getConstructors()).isEmpty();
    assertThat(
            Arrays.stream(ObjectKey.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == ObjectKey.class)
                .map(method -> method.getParameterTypes()[0])
                .distinct())
        .containsExactly(UUID.class);
  }

  @Test
  void aPlaceIsReadBackFromTheKeyOfWhoeverItIs() {
    var place = ofAcme(() -> ObjectKey.ofRecap(THING, JOB, "recap.mp4")).place().orElseThrow();
    assertThat(place).isEqualTo(new ObjectKey.Place(ACME, "recaps", THING, JOB + "/recap.mp4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tenants/",
        "tenants/x/movies/y/film",
        "tenants/------------------------------------/movies/------------------------------------/f",
        "tenants/0-0-0-0-0000000000000000000000000000/movies/01a2106b-6dda-78b2-bdc6-d12a9c709c64/f",
        "tenants/01A2106B-6DDA-78B2-BDC6-D12A9C709C63/movies/01a2106b-6dda-78b2-bdc6-d12a9c709c64/f",
        "tenants/01a2106b-6dda-78b2-bdc6-d12a9c709c63/movies/01a2106b-6dda-78b2-bdc6-d12a9c709c64",
        "tenants/01a2106b-6dda-78b2-bdc6-d12a9c709c63/movies/01a2106b-6dda-78b2-bdc6-d12a9c709c64/",
        "tenants/01a2106b-6dda-78b2-bdc6-d12a9c709c63/film",
        "/tenants/01a2106b-6dda-78b2-bdc6-d12a9c709c63/movies/01a2106b-6dda-78b2-bdc6-d12a9c709c64/f"
      })
  void whatIsNoneOfOursHasNoPlace(String text) {
    assertThat(ObjectKey.listed(text).place()).isEmpty();
  }

  @Test
  void thingsAreTheSameByTenantFolderAndId() {
    var film = new ObjectKey.Place(ACME, "movies", THING, "film");
    assertThat(film.isOfSameThing(new ObjectKey.Place(ACME, "movies", THING, "subtitles")))
        .isTrue();
    assertThat(film.isOfSameThing(new ObjectKey.Place(JOB, "movies", THING, "film"))).isFalse();
    assertThat(film.isOfSameThing(new ObjectKey.Place(ACME, "recaps", THING, "film"))).isFalse();
    assertThat(film.isOfSameThing(new ObjectKey.Place(ACME, "movies", JOB, "film"))).isFalse();
  }

  @Test
  void anExportIsToldFromWhatItHolds() {
    assertThat(ofAcme(() -> ObjectKey.ofExport(THING).isExport())).isTrue();
    assertThat(ofAcme(() -> ObjectKey.ofMovie(THING, "exports").isExport())).isFalse();
    var others = CallContext.in(JOB).get(() -> ObjectKey.ofExport(THING));
    assertThat(ofAcme(others::isExport)).isFalse();
  }

  @Test
  void aNameInAnArchiveBeginsBelowTheTenant() {
    assertThat(ofAcme(() -> ObjectKey.ofMovie(THING, "film").withinTenant()))
        .isEqualTo("movies/" + THING + "/film");
  }

  @Test
  void aFolderEndsWhereTheNextIdCannotBeginLikeIt() {
    assertThat(ofAcme(() -> ObjectKey.movieFolder(THING))).endsWith("/");
    assertThat(ofAcme(() -> ObjectKey.recapFolder(THING))).endsWith("/");
    assertThat(ofAcme(() -> ObjectKey.renderingFolder(THING, JOB)))
        .isEqualTo(ofAcme(() -> ObjectKey.recapFolder(THING)) + JOB + "/");
    assertThat(ObjectKey.everythingOf(ACME)).isEqualTo(FOLDER);
  }

  private static <V> V ofAcme(Supplier<V> made) {
    return CallContext.in(ACME).get(made);
  }
}
