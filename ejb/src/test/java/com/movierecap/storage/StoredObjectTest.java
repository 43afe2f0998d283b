package com.movierecap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredObjectTest {
  private final byte[] bytes = new byte[200_000];
  private boolean closed;

  @Test
  void allOfItIsSentAndItIsClosed() throws IOException {
    new Random(1).nextBytes(bytes);
    var out = new ByteArrayOutputStream();
    object(new ByteArrayInputStream(bytes)).sendTo(out);
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(closed).isTrue();
  }

  @Test
  void whoLeavesInTheMiddleIsNoError() throws IOException {
    var leaving =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    object(new ByteArrayInputStream(bytes)).sendTo(leaving);
    assertThat(closed).isTrue();
  }

  @Test
  void aStoreThatBreaksOffIs() {
    var breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    var broken = new SequenceInputStream(new ByteArrayInputStream(bytes), breaking);
    var out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> object(broken).sendTo(out)).hasMessage("connection reset");
    assertThat(out.size()).isEqualTo(bytes.length);
    assertThat(closed).isTrue();
  }

  @Test
  void aPartIsAsLongAsItsRange() {
    var part =
        new StoredObject(InputStream.nullInputStream(), 100, new ByteRange(90, 99), "\"a\"", false);
    assertThat(part.length()).isEqualTo(10);
    assertThat(StoredObject.had(100, "\"a\"").length()).isEqualTo(100);
    assertThat(StoredObject.had(100, "\"a\"").had()).isTrue();
  }

  private StoredObject object(InputStream content) {
    var watched =
        new FilterInputStream(content) {
          @Override
          public void close() {
            closed = true;
          }
        };
    return new StoredObject(watched, bytes.length, null, "\"a\"", false);
  }
}
