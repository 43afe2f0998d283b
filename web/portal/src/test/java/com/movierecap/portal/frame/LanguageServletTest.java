package com.movierecap.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageServletTest {
  @ParameterizedTest
  @ValueSource(strings = {"/portal/", "/portal/film.xhtml?id=1&x=%20y"})
  void goesBackToThePageWithItsQuery(String page) {
    assertThat(LanguageServlet.back("/portal", page)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/portal/",
        "/other",
        "/portal/\r\nX: y",
        "/portal/\\evil"
      })
  void neverLeavesThePortal(String page) {
    assertThat(LanguageServlet.back("/portal", page)).isEqualTo("/portal/");
  }
}
