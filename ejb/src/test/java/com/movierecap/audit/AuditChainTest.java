package com.movierecap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.audit.AuditChain.Link;
import com.movierecap.crypto.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditChainTest {
  private static final byte[] NOTHING = {};

  @Test
  void anEmptyChainHolds() {
    var verdict = verify(List.of());
    assertThat(verdict.events()).isZero();
    assertThat(verdict.breaks()).isEmpty();
    assertThat(verdict.last()).isEmpty();
  }

  @Test
  void aChainHoldsAndItsLastHashStandsForAllOfIt() {
    var chain = chain("sign-in", "role-changed", "sign-out");
    var verdict = verify(chain);
    assertThat(verdict.events()).isEqualTo(3);
    assertThat(verdict.breaks()).isEmpty();
    assertThat(verdict.last()).isEqualTo(chain.get(2).hash());
    assertThat(verify(chain("sign-in", "role-changed!", "sign-out")).last())
        .isNotEqualTo(verdict.last());
  }

  @Test
  void anEventThatWasTakenOutIsMissed() {
    var chain = chain("a", "b", "c");
    chain.remove(1);
    var verdict = verify(chain);
    assertThat(verdict.breaks())
        .containsExactly("event 2 is missing", "event 3 does not follow the one before it");
    assertThat(verdict.events()).as("that were read").isEqualTo(2);
  }

  @Test
  void theFirstEventIsMissedToo() {
    var chain = chain("a", "b");
    chain.remove(0);
    assertThat(verify(chain).breaks())
        .containsExactly("event 1 is missing", "event 2 does not follow the one before it");
  }

  @Test
  void whatWasCutOffAtTheEndIsSeenByItsLastHashAlone() {
    var chain = chain("a", "b", "c");
    var whole = verify(chain).last();
    chain.remove(2);
    assertThat(verify(chain).breaks()).isEmpty();
    assertThat(verify(chain).last()).isNotEqualTo(whole);
  }

  @Test
  void aFieldThatWasChangedIsSeen() {
    var chain = chain("a", "b", "c");
    var second = chain.get(1);
    chain.set(1, new Link(2, List.of("B"), second.previousHash(), second.hash()));
    assertThat(verify(chain).breaks()).containsExactly("event 2 was changed");
  }

  @Test
  void whoChangesAnEventAndItsHashBreaksTheNext() {
    var chain = chain("a", "b", "c");
    chain.set(1, link(2, chain.get(0).hash(), "B"));
    assertThat(verify(chain).breaks()).containsExactly("event 3 does not follow the one before it");
  }

  @Test
  void eventsThatChangedPlacesAreSeen() {
    var chain = chain("a", "b", "c");
    chain.add(1, chain.remove(2));
    assertThat(verify(chain).breaks()).contains("event 2 is missing");
  }

  /** As {@code audit_chain()} in the migrations has it. */
  @Test
  void aHashIsThatOfTheLengthsAndTextsBehindTheHashBefore() {
    assertThat(AuditChain.hash(NOTHING, Arrays.asList("a", null, "Zürich", "")))
        .isEqualTo(Sha256.of("1:a-7:Zürich0:"));
    var before = "previous ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(AuditChain.hash(before, List.of("a"))).isEqualTo(Sha256.of("previous 1:a"));
  }

  @Test
  void textCannotMoveFromOneFieldToTheNext() {
    var hashes =
        List.of(
            AuditChain.hash(NOTHING, List.of("ab", "c")),
            AuditChain.hash(NOTHING, List.of("a", "bc")),
            AuditChain.hash(NOTHING, List.of("abc", "")),
            AuditChain.hash(NOTHING, Arrays.asList("abc", null)),
            AuditChain.hash(NOTHING, List.of("abc", "-")),
            AuditChain.hash(NOTHING, List.of("a1:b", "c")));
    assertThat(hashes.stream().map(HexFormat.of()::formatHex).distinct()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "2026-11-30T12:00:00.000001Z, 1796040000000001",
    "2026-11-30T12:00:00.123456999Z, 1796040000123456",
    "1969-12-31T23:59:59.999999Z, -1"
  })
  void timesAreWrittenInMicroseconds(Instant instant, String micros) {
    assertThat(AuditChain.micros(instant)).isEqualTo(micros);
  }

  private static AuditChain.Verdict verify(List<Link> links) {
    var chain = new AuditChain();
    links.forEach(chain::add);
    return chain.verdict();
  }

  private static List<Link> chain(String... texts) {
    var links = new ArrayList<Link>();
    var previous = NOTHING;
    for (var text : texts) {
      var link = link(links.size() + 1, previous, text);
      links.add(link);
      previous = link.hash();
    }
    return links;
  }

  private static Link link(long number, byte[] previous, String text) {
    return new Link(number, List.of(text), previous, AuditChain.hash(previous, List.of(text)));
  }
}
