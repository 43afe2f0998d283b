package com.movierecap.portal.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import org.junit.jupiter.api.Test;

class DownloadTest {
  @Test
  void everyFileThatIsOfferedHasAName() {
    assertThat(Download.OFFERED).allMatch(file -> Messages.in(Language.EN).has(Download.key(file)));
  }
}
