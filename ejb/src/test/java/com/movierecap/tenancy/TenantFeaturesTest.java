package com.movierecap.tenancy;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.json.Json;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFeaturesTest {
  @Test
  void whatIsNotNamedIsOff() {
    var features = new TenantFeatures(Map.of("early_access", true, "beta", false));
    assertThat(features.has("early_access")).isTrue();
    assertThat(features.has("beta")).isFalse();
    assertThat(features.has("other")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "1a", "_a", "a-b", "a b", "a.b", "ä", "a\n", "a\u0000"})
  void aNameIsALowerCaseWord(String name) {
    assertInvalid(() -> new TenantFeatures(Map.of(name, true)));
  }

  @Test
  void namesAndTheirNumberHaveBounds() {
    assertThat(new TenantFeatures(Map.of("a".repeat(64), true)).has("a".repeat(64))).isTrue();
    assertInvalid(() -> new TenantFeatures(Map.of("a".repeat(65), true)));
    var many = new TreeMap<String, Boolean>();
    for (int i = 0; i < 100; i++) {
      many.put("f" + i, true);
    }
    assertThat(new TenantFeatures(many).switches()).hasSize(100);
    many.put("one_more", true);
    assertInvalid(() -> new TenantFeatures(many));
  }

  @Test
  void aSwitchIsOnOrOff() {
    assertInvalid(() -> new TenantFeatures(Collections.singletonMap("a", null)));
  }

  @Test
  void itIsStoredAsThePlainObjectThatOperatorsWrite() {
    var features = new TenantFeatures(Map.of("b", false, "a", true));
    assertThat(Json.line(features)).isEqualTo("{\"a\":true,\"b\":false}");
    assertThat(Json.parse("{\"a\":true,\"b\":false}", TenantFeatures.class)).isEqualTo(features);
  }

  @Test
  void whatTheSourceBecomesLaterChangesNothing() {
    var source = new TreeMap<>(Map.of("a", true));
    var features = new TenantFeatures(source);
    source.put("b", true);
    assertThat(features.has("b")).isFalse();
  }
}
