package com.movierecap.portal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArrivingTest {
  private final AtomicInteger told = new AtomicInteger();

  @Test
  void theLastByteIsToldOnce() throws IOException {
    var film = arriving(new ByteArrayInputStream(new byte[5]), 5);
    assertThat(film.readNBytes(3)).hasSize(3);
    assertThat(told).hasValue(0);
    assertThat(film.readAllBytes()).hasSize(2);
    assertThat(film.read()).isEqualTo(-1);
    assertThat(told).hasValue(1);
  }

  @Test
  void aPartIsNeverTakenForTheWhole() {
    var film = arriving(new ByteArrayInputStream(new byte[4]), 5);
    assertThatThrownBy(film::readAllBytes).isInstanceOf(Arriving.BrokenOff.class);
    assertThat(told).hasValue(0);
  }

  @Test
  void whatLiesBehindTheFilmIsNotOfIt() throws IOException {
    assertThat(arriving(new ByteArrayInputStream(new byte[9]), 5).readAllBytes()).hasSize(5);
  }

  @Test
  void aConnectionThatBreaksIsTheSendersMatter() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };
    assertThatThrownBy(() -> arriving(broken, 5).read()).isInstanceOf(Arriving.BrokenOff.class);
  }

  @Test
  void whoeverIsGoneDoesNotHearThatTheFilmIsHere() throws IOException {
    var film =
        new Arriving(
            new ByteArrayInputStream(new byte[5]),
            5,
            () -> {
              throw new IOException("nobody listens");
            });
    assertThat(film.readAllBytes()).hasSize(5);
  }

  private Arriving arriving(InputStream in, long bytes) {
    return new Arriving(in, bytes, told::incrementAndGet);
  }
}
