package com.movierecap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold everybody else are held to what they promise. */
class RulesTest {
  private static final String EXAMPLE = "com.movierecap.rules.example.";
  private static final JavaClasses HOUSE =
      new ClassFileImporter().importPackages(EXAMPLE + "low", EXAMPLE + "high");
  private static final JavaClasses CIRCLE =
      new ClassFileImporter().importPackages(EXAMPLE + "round..");

  private static final String TABLE =
      """
      rules.example.low:
      rules.example.high:
                         rules.example.low
      """;

  @Test
  void aTableThatSaysHowItIsHolds() {
    assertThat(broken(Rooms.use(TABLE), HOUSE)).isEmpty();
  }

  @Test
  void aNewRoomIsRefusedUntilItSaysWhatItUses() {
    assertThat(broken(Rooms.use("rules.example.low:"), HOUSE))
        .containsExactly("the row is now: rules.example.high: rules.example.low");
  }

  @Test
  void aRoomUsesNoneButWhatItsRowNames() {
    assertThat(broken(Rooms.use(TABLE.replace(" rules.example.low", " kernel")), HOUSE))
        .contains("the row is now: rules.example.high: rules.example.low")
        .anyMatch(line -> line.contains("Roof") && line.contains("Ground"));
  }

  @Test
  void whatNobodyUsesAnyMoreAndWhatIsGoneStandsInNoTable() {
    assertThat(broken(Rooms.use(TABLE.replace("low:", "low: kernel")), HOUSE))
        .containsExactly("the row is now: rules.example.low:");
    assertThat(broken(Rooms.use("gone:\n" + TABLE), HOUSE))
        .containsExactly("there is no such room: gone");
  }

  @Test
  void aTableIsReadStrictly() {
    assertThatThrownBy(() -> Rooms.use("low:\nlow:")).hasMessageContaining("low");
    assertThatThrownBy(() -> Rooms.use("  low")).hasMessageContaining("low");
    assertThatThrownBy(() -> Rooms.use("low:\nhigh")).hasMessageContaining("high");
  }

  @Test
  void aLibraryIsKnownInOneRoomAndThere() {
    assertThat(broken(Libraries.only("rules.example.low", "java.util.regex.."), HOUSE)).isEmpty();
    assertThat(broken(Libraries.only("rules.example.high", "java.util.regex.."), HOUSE))
        .contains("nobody in rules.example.high uses java.util.regex..")
        .anyMatch(line -> line.contains("Ground"));
    assertThat(
            broken(Libraries.only("rules.example", "java.util.regex..", "java.util.zip.."), HOUSE))
        .isEmpty();
    assertThat(
            broken(
                Libraries.only("rules.example.low", "java.util.regex..", "java.net.http.."), HOUSE))
        .containsExactly("nobody in rules.example.low uses java.net.http..");
  }

  @Test
  void aCircleIsFound() {
    assertThat(broken(HouseRules.PACKAGES_FORM_NO_CYCLES, HOUSE)).isEmpty();
    assertThat(broken(HouseRules.PACKAGES_FORM_NO_CYCLES, CIRCLE)).hasSize(1);
  }

  static List<ArchRule> rules() {
    return List.of(
        Rooms.use(TABLE),
        Libraries.only("rules.example.low", "java.util.regex.."),
        HouseRules.PACKAGES_FORM_NO_CYCLES,
        HouseRules.NAMES_SAY_WHAT_A_CLASS_IS,
        HouseRules.ONLY_THE_CONTAINER_BRINGS_NEWS,
        EdgeRules.THE_EDGE_KNOWS_NO_DATABASE,
        EdgeRules.THE_EDGE_KNOWS_NO_STORE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleThatHasNothingToCheckFails(ArchRule rule) {
    var nothing = new ClassFileImporter().importPackages(EXAMPLE + "nowhere");
    assertThatThrownBy(() -> rule.check(nothing)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aModulesClassesAreItsOwnAndNoTests() {
    var own =
        new ClassFileImporter().withImportOption(new ThisModule()).importPackages("com.movierecap");
    assertThat(own.contain(Rooms.class)).isTrue();
    assertThat(own.contain(RulesTest.class)).isFalse();
    assertThat(own).allMatch(type -> type.getPackageName().equals("com.movierecap.rules"));
  }

  private static List<String> broken(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
