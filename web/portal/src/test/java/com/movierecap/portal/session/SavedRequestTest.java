package com.movierecap.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedRequestTest {
  @Test
  void isThePageWithItsQueryWithoutTheHost() {
    assertThat(SavedRequest.within("/portal", "http://:9080/portal/film.xhtml?id=1"))
        .isEqualTo("/portal/film.xhtml?id=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/",
        "http://:9080/portal/",
        "http://:9080/portal/sign-in.xhtml",
        "http://:9080/portal/media/movies/1/poster.jpg",
        "http://:9080/portal/../api/x.xhtml",
        "http://:9080/portal/a b.xhtml"
      })
  void isTheFirstPageOtherwise(String cookie) {
    assertThat(SavedRequest.within("/portal", cookie)).isEqualTo("/portal/");
  }
}
