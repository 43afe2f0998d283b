package com.movierecap.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
            + " Safari/537.36 | Chrome | Linux",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1 | Safari | iPhone",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/18.6 Safari/605.1.15 | Safari | macOS",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"
            + " | Firefox | Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0 | Edge | Windows",
        "curl/7.88.1 | curl | -",
        "Java-http-client/17.0.15 | Java-http-client | -",
        "nightly-import/3 (studio 7) | nightly-import | -",
        "<script>alert(1)</script> | <script>alert | -"
      })
  void areInWordsThatPeopleKnow(String device, String program, String place) {
    assertThat(DeviceNames.known(device)).isEqualTo(new DeviceNames.Known(program, place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "   (", ";;;", "\u0000\u0001", "A", "((((((((((", "\u202e\u202e"})
  void strangeOnesHaveANameToo(String device) {
    assertThatCode(() -> DeviceNames.known(device)).doesNotThrowAnyException();
    assertThat(DeviceNames.known(device).program()).hasSizeBetween(1, 40);
  }
}
