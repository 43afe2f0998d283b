package com.movierecap.storage;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.kernel.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
  private static final String ETAG = "\"abc\"";

  @ParameterizedTest
  @ValueSource(
      strings = {"\"abc\"", "W/\"abc\"", "*", "\"x\", \"abc\"", "\"x\",W/\"abc\"", " \"abc\" "})
  void whoNamesTheTagHasTheObject(String header) {
    assertThat(wanted(null, null, header).had(ETAG)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "\"abcd\"", "\"ab\"", "\"x\", \"y\"", "w/\"abc\"", "\"*\""})
  void whoNamesAnotherDoesNot(String header) {
    assertThat(wanted(null, null, header).had(ETAG)).isFalse();
  }

  @Test
  void aWeakTagOfOursIsComparedAlike() {
    assertThat(wanted(null, null, ETAG).had("W/" + ETAG)).isTrue();
    assertThat(Wanted.WHOLE.had(ETAG)).isFalse();
  }

  @Test
  void aPartIsGivenOfTheObjectItBeganWithOnly() {
    assertThat(wanted("bytes=0-9", null, null).part(ETAG, 100)).contains(new ByteRange(0, 9));
    assertThat(wanted("bytes=0-9", ETAG, null).part(ETAG, 100)).contains(new ByteRange(0, 9));
    assertThat(wanted("bytes=0-9", " " + ETAG, null).part(ETAG, 100)).isPresent();
    assertThat(Wanted.WHOLE.part(ETAG, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"abc\"", "abc", "Mon, 30 Nov 2026 12:00:00 GMT", "*"})
  void whereThatCannotBeToldAllOfItIsGiven(String ifRange) {
    assertThat(wanted("bytes=0-9", ifRange, null).part(ETAG, 100)).isEmpty();
  }

  @Test
  void aWeakTagDoesNotSayThatBytesAreTheSame() {
    assertThat(wanted("bytes=0-9", "W/" + ETAG, null).part("W/" + ETAG, 100)).isEmpty();
  }

  /** RFC 9110, 14.2: a condition that fails is as if nothing was asked for. */
  @Test
  void aPartBehindTheEndOfAnotherObjectIsNoError() {
    assertThat(wanted("bytes=500-", "\"other\"", null).part(ETAG, 100)).isEmpty();
    assertRefused(
        () -> wanted("bytes=500-", ETAG, null).part(ETAG, 100), ProblemType.RANGE_NOT_SATISFIABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip              | application/json             | true
          gzip, deflate, br | text/vtt                     | true
          *                 | application/vnd.apple.mpegurl| true
          gzip              | text/plain;charset=UTF-8     | true
          gzip              | video/mp4                    | false
          gzip              | image/jpeg                   | false
          identity          | application/json             | false
          ''                | application/json             | false
                            | application/json             | false
          """)
  void onlyWhatIsCompressedMayBeOtherBytesOnItsWay(
      @Nullable String codings, String mediaType, boolean coded) {
    assertThat(new Wanted(null, null, null, codings).mayBeCoded(mediaType)).isEqualTo(coded);
  }

  private static Wanted wanted(
      @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
    return new Wanted(range, ifRange, ifNoneMatch, null);
  }
}
