package com.movierecap.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextTest {
  private static final Next PAGE = Next.page("/film.xhtml", new UUID(0, 1));

  @Test
  void aPageAboutOneThingNamesIt() {
    assertThat(PAGE.page()).isEqualTo("/film.xhtml?id=00000000-0000-0000-0000-000000000001");
    assertThat(PAGE.done()).isNull();
  }

  @Test
  void wordsDoNotChangeThePageThatIsSharedByManySteps() {
    var spoken = PAGE.saying("film.deleted", "Metropolis");
    assertThat(spoken.page()).isEqualTo(PAGE.page());
    assertThat(spoken.arguments()).containsExactly("Metropolis");
    assertThat(PAGE.arguments()).isEmpty();
  }
}
