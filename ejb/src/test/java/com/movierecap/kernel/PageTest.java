package com.movierecap.kernel;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
  void aPageHasOneTo200Items(int limit) {
    assertInvalid(() -> new Page.Request(limit, null));
  }

  @ParameterizedTest
  @CsvSource({"0,0,false", "1,1,false", "2,2,false", "3,2,true"})
  void theItemTooManyTellsThatThereIsAnotherPage(int found, int shown, boolean more) {
    var ids = Stream.generate(Ids::next).limit(found).toList();
    var page = Page.of(ids, new Page.Request(2, null), Function.identity());
    assertThat(page.items()).isEqualTo(ids.subList(0, shown));
    assertThat(page.next() != null).isEqualTo(more);
  }

  @Test
  void theNextPageBeginsBehindTheLastItemThatWasShown() {
    var ids = Stream.generate(Ids::next).limit(3).toList();
    assertThat(Page.of(ids, new Page.Request(2, null), Function.identity()).next())
        .isEqualTo(ids.get(1));
  }

  @Test
  void aPageIsNoViewOfItsSource() {
    var source = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID()));
    var page = Page.of(source, new Page.Request(1, null), Function.identity());
    var first = source.get(0);
    source.clear();
    assertThat(page.items()).containsExactly(first);
  }
}
