package com.movierecap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.jobs.Failure;
import com.movierecap.jobs.Stage;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.UnusableInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever can go wrong has its words. */
class WordsTest {
  private final Messages english = Messages.in(Language.EN);

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemHasATitleAndADetail(ProblemType type) {
    assertThat(english.has(type.titleKey())).as(type.titleKey()).isTrue();
    assertThat(english.has(type.detailKey())).as(type.detailKey()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(UnusableInputException.Reason.class)
  void everyReasonTheEngineGivesHasASentence(UnusableInputException.Reason reason) {
    var key = Failure.ofInput(Stage.PROBE, reason.code()).messageKey();
    assertThat(english.has(key)).as(key).isTrue();
  }
}
