package com.movierecap.storage;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 999",
    "bytes=500-, 500, 999",
    "bytes=-1, 999, 999",
    "bytes=-5000, 0, 999",
    "bytes=990-2000, 990, 999"
  })
  void aSingleRangeIsHeldInsideTheObject(String header, long first, long last) {
    assertThat(ByteRange.parse(header, 1000)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=-", "bytes=5-2", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "", "bytes"})
  void whatIsNoSingleRangeIsIgnored(String header) {
    assertThat(ByteRange.parse(header, 1000)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
  void aRangeBehindTheEndIsRefused(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 1000)).isInstanceOf(ProblemException.class);
  }

  @Test
  void contentRangeNamesTheWhole() {
    assertThat(new ByteRange(5, 9).contentRange(100)).isEqualTo("bytes 5-9/100");
    assertThat(new ByteRange(5, 9).length()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
  void anEmptyObjectHasNoPart(String range) {
    assertRefused(() -> ByteRange.parse(range, 0), ProblemType.RANGE_NOT_SATISFIABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-999999999999999999, 0, 99",
    "bytes=-999999999999999999, 0, 99",
    "' bytes=99-99 ', 99, 99"
  })
  void hugeNumbersAreHeldInsideTheObject(String range, long first, long last) {
    assertThat(ByteRange.parse(range, 100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-9999999999999999999", "bytes=+1-2", "bytes=١-٢", "bytes=1-2\n3"})
  void whatIsNoNumberThatWeCountIsIgnored(String range) {
    assertThat(ByteRange.parse(range, 100)).isEmpty();
  }
}
