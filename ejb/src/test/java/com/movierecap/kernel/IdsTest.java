package com.movierecap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void idsAreOfVersionSevenUniqueAndInTheOrderOfTheirMaking() {
    var seen = new HashSet<UUID>();
    var last = "";
    for (int i = 0; i < 20_000; i++) {
      var id = Ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(seen.add(id)).isTrue();
      assertThat(id.toString()).isGreaterThan(last);
      last = id.toString();
    }
  }
}
