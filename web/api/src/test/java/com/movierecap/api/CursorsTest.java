package com.movierecap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
  private static final UUID ACME = UUID.randomUUID();
  private static final UUID ITEM = UUID.fromString("01a2106b-6dda-78b2-bdc6-d12a9c709c63");
  private static final String URI = "/api/v1/movies";

  private final String cursor = cursors(ACME, URI, Map.of("status", "ready")).close(ITEM);

  @Test
  void aPlaceIsFoundAgainInTheSameAnswer() {
    assertThat(cursor).matches("[A-Za-z0-9_-]{32}");
    assertThat(cursors(ACME, URI, Map.of("status", "ready")).open(cursor)).isEqualTo(ITEM);
  }

  @Test
  void howMuchIsAskedForAndFromWhereDoesNotCount() {
    var asked = Map.of("status", "ready", "limit", "7", "after", "x");
    assertThat(cursors(ACME, URI, asked).open(cursor)).isEqualTo(ITEM);
  }

  @Test
  void norDoesHowTheTenantWasNamed() {
    var asked = Map.of("status", "ready");
    assertThat(cursors(ACME, "/tenant/acme" + URI, asked).open(cursor)).isEqualTo(ITEM);
    assertThat(cursors(ACME, "/tenant/" + ACME + URI, asked).open(cursor)).isEqualTo(ITEM);
  }

  @Test
  void inAnyOtherAnswerItIsNone() {
    var asked = Map.of("status", "ready");
    assertNone(cursors(UUID.randomUUID(), URI, asked), cursor);
    assertNone(cursors(ACME, "/api/v1/recaps", asked), cursor);
    assertNone(cursors(ACME, URI, Map.of()), cursor);
    assertNone(cursors(ACME, URI, Map.of("status", "failed")), cursor);
    assertNone(cursors(ACME, URI, Map.of("status", "ready", "q", "x")), cursor);
  }

  @Test
  void everyCharacterThatIsChangedIsNoticed() {
    var cursors = cursors(ACME, URI, Map.of("status", "ready"));
    for (int i = 0; i < cursor.length(); i++) {
      var other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      assertNone(cursors, cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!", "01a2106b-6dda-78b2-bdc6-d12a9c709c63", "a\n", "ä", "===="})
  void whatIsNoCursorIsNone(String text) {
    assertNone(cursors(ACME, URI, Map.of()), text);
  }

  @Test
  void withoutATenantThereIsNoPlace() {
    assertThatThrownBy(() -> Cursors.of(URI, Map.of())).isInstanceOf(IllegalStateException.class);
  }

  private static void assertNone(Cursors cursors, String cursor) {
    assertThatThrownBy(() -> cursors.open(cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST));
  }

  private static Cursors cursors(UUID tenant, String uri, Map<String, String> asked) {
    var parameters = new TreeMap<String, String[]>();
    asked.forEach((name, value) -> parameters.put(name, new String[] {value}));
    return CallContext.in(tenant).get(() -> Cursors.of(uri, parameters));
  }
}
