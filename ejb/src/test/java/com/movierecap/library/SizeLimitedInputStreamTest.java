package com.movierecap.library;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.kernel.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class SizeLimitedInputStreamTest {
  @Test
  void aStreamAsLongAsAllowedIsRead() throws IOException {
    assertThat(limited(10, 10).readAllBytes()).hasSize(10);
    assertThat(limited(0, 0).read()).isNegative();
    var one = limited(1, 1);
    assertThat(one.read()).isZero();
    assertThat(one.read()).isNegative();
  }

  @Test
  void aLongerOneIsRefusedHoweverItIsRead() {
    assertRefused(() -> limited(11, 10).readAllBytes(), ProblemType.TOO_LARGE);
    assertRefused(
        () -> limited(11, 10).transferTo(OutputStream.nullOutputStream()), ProblemType.TOO_LARGE);
    assertRefused(() -> limited(11, 10).readNBytes(11), ProblemType.TOO_LARGE);
    assertRefused(() -> limited(1, 0).read(), ProblemType.TOO_LARGE);
  }

  private static InputStream limited(int bytes, long limit) {
    return new SizeLimitedInputStream(new ByteArrayInputStream(new byte[bytes]), limit);
  }
}
