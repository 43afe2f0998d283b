package com.movierecap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFilterTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void whoNamesNobodyAsksForEverybody(String actor) {
    assertThat(filter(actor).actorPattern()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ada, %ada%",
    "' Ada@Acme.example ', %ada@acme.example%",
    "100%, %100\\%%",
    "a_b, %a\\_b%",
    "a\\b, %a\\\\b%",
    "%_\\, %\\%\\_\\\\%",
    "ÉVA, %éva%"
  })
  void whatIsTypedIsSoughtAsItIs(String actor, String pattern) {
    assertThat(filter(actor).actorPattern()).isEqualTo(pattern);
  }

  private static AuditFilter filter(String actor) {
    return new AuditFilter(null, actor, null, null, null);
  }
}
