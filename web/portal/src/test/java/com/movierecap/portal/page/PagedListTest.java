package com.movierecap.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagedListTest {
  private static final UUID LAST = new UUID(7, 7);

  private final List<Page.Request> asked = new ArrayList<>();
  private final PagedList<String> list =
      PagedList.of(
          20,
          request -> {
            asked.add(request);
            return new Page<>(List.of(1, 2), LAST);
          },
          number -> "number " + number);

  @Test
  void theBusinessIsAskedOnceAndOnlyWhenThereIsSomethingToShow() {
    assertThat(asked).isEmpty();
    list.load();
    assertThat(list.getItems()).containsExactly("number 1", "number 2");
    assertThat(list.getNext()).isEqualTo(LAST);
    assertThat(asked).containsExactly(new Page.Request(20, null));
  }

  @Test
  void whatThePagesAddressSaysIsWhereItBegins() {
    list.setAfter(LAST.toString());
    list.load();
    assertThat(asked).containsExactly(new Page.Request(20, LAST));
    assertThat(list.getAfter()).isEqualTo(LAST.toString());
  }

  @Test
  void anAddressThatNamesNothingIsNotFound() {
    list.setAfter("nothing");
    assertThatThrownBy(list::load).isInstanceOf(ProblemException.class);
    assertThat(asked).isEmpty();
  }
}
