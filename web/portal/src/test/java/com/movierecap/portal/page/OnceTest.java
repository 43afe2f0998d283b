package com.movierecap.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void itIsReadWhenItIsFirstNeededAndNotAgain() {
    var once = new Once<>(reads::incrementAndGet);
    assertThat(reads).hasValue(0);
    assertThat(once.get()).isEqualTo(1);
    assertThat(once.get()).isEqualTo(1);
  }

  @Test
  void afterAProblemItIsReadAgain() {
    var once =
        new Once<>(
            () -> {
              if (reads.incrementAndGet() == 1) {
                throw ProblemException.notFound();
              }
              return "there";
            });
    assertThatThrownBy(once::get).isInstanceOf(ProblemException.class);
    assertThat(once.get()).isEqualTo("there");
  }
}
