package com.movierecap.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object while it is written. Its bytes leave part by part; the whole is there once it is
 * {@linkplain #complete completed}, and nothing of it where it is closed before. S3 takes at most
 * 10,000 parts, so they double every 2,000: about 1 TB in all, with one part in memory.
 */
public final class ObjectUpload extends OutputStream {
  private static final int FIRST_BYTES = 64 << 10;
  private static final int PART_BYTES = 16 << 20;
  private static final int PARTS_OF_A_SIZE = 2000;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String mediaType;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] part = new byte[FIRST_BYTES];
  private int filled;
  private long total;
  private @Nullable String upload;
  private boolean completed;

  ObjectUpload(S3Client client, String bucket, ObjectKey key, String mediaType) {
    this.client = client;
    this.bucket = bucket;
    this.key = key.value();
    this.mediaType = mediaType;
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == partBytes()) {
        send();
      }
      int taken = Math.min(left, partBytes() - filled);
      if (filled + taken > part.length) {
        part = Arrays.copyOf(part, Math.min(partBytes(), Math.max(filled + taken, 2 * filled)));
      }
      System.arraycopy(bytes, from, part, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
    }
  }

  /**
   * Makes the object.
   *
   * @return how many bytes it has
   */
  public long complete() {
    if (upload == null) {
      client.putObject(b -> b.bucket(bucket).key(key).contentType(mediaType), body());
      total = filled;
    } else {
      send();
      client.completeMultipartUpload(
          b -> b.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
    }
    completed = true;
    return total;
  }

  @Override
  public void close() {
    if (!completed && upload != null) {
      client.abortMultipartUpload(b -> b.bucket(bucket).key(key).uploadId(upload));
      upload = null;
    }
  }

  private int partBytes() {
    return PART_BYTES << (parts.size() / PARTS_OF_A_SIZE);
  }

  private void send() {
    if (upload == null) {
      upload =
          client
              .createMultipartUpload(b -> b.bucket(bucket).key(key).contentType(mediaType))
              .uploadId();
    }
    if (filled == 0) {
      return;
    }
    int number = parts.size() + 1;
    var answer =
        client.uploadPart(
            b ->
                b.bucket(bucket)
                    .key(key)
                    .uploadId(upload)
                    .partNumber(number)
                    .contentLength((long) filled),
            body());
    parts.add(
        CompletedPart.builder()
            .partNumber(number)
            .eTag(answer.eTag())
            .checksumCRC32(answer.checksumCRC32())
            .build());
    total += filled;
    filled = 0;
  }

  private RequestBody body() {
    return RequestBody.fromInputStream(new ByteArrayInputStream(part, 0, filled), filled);
  }
}
