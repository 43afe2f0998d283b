package com.movierecap.media.rendering.lossless;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An MP4 of one H.264 track as FFmpeg writes it, its index ({@code moov}) behind its pictures:
 * there it may grow without moving them.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, boxes</a>
 */
final class PieceFile {
  /** To the configuration, and what lies between a box's start and its first child. */
  private record Step(String type, int header) {}

  private static final int HEADER = 8;
  private static final List<Step> PATH =
      List.of(
          new Step("moov", HEADER),
          new Step("trak", HEADER),
          new Step("mdia", HEADER),
          new Step("minf", HEADER),
          new Step("stbl", HEADER),
          new Step("stsd", HEADER + 8),
          new Step("avc1", HEADER + 78),
          new Step("avcC", HEADER));

  private static final int UNIT_TYPE = 0x1F;
  private static final int PICTURE = 1;
  private static final int REFRESHING_PICTURE = 5;

  private final Path file;
  private final long pictures;
  private final long index;
  private final ByteBuffer moov;
  private final List<Integer> boxes;

  private PieceFile(Path file, long pictures, long index, ByteBuffer moov) throws IOException {
    this.file = file;
    this.pictures = pictures;
    this.index = index;
    this.moov = moov;
    List<Integer> found = new ArrayList<>();
    int from = 0;
    int to = moov.capacity();
    for (Step step : PATH) {
      int box = from;
      while (!type(moov, box).equals(step.type())) {
        box += moov.getInt(box);
        if (box + HEADER > to) {
          throw new IOException("no " + step.type() + " in " + file);
        }
      }
      found.add(box);
      from = box + step.header();
      to = box + moov.getInt(box);
    }
    this.boxes = found;
  }

  static PieceFile open(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      long pictures = 0;
      for (long at = 0; at + HEADER <= in.size(); ) {
        ByteBuffer header = read(in, at, 2 * HEADER);
        long size = header.getInt(0) == 1 ? header.getLong(HEADER) : header.getInt(0) & 0xFFFFFFFFL;
        switch (type(header, 0)) {
          case "mdat" -> pictures = at + (header.getInt(0) == 1 ? 2 * HEADER : HEADER);
          case "moov" -> {
            return new PieceFile(file, pictures, at, read(in, at, (int) size));
          }
          default -> {}
        }
        at += Math.max(size, HEADER);
      }
    }
    throw new IOException("no moov in " + file);
  }

  AvcConfiguration configuration() {
    int box = boxes.get(boxes.size() - 1);
    byte[] payload = new byte[moov.getInt(box) - HEADER];
    moov.get(box + HEADER, payload);
    return AvcConfiguration.parse(payload);
  }

  /** Whether nothing before the first picture is needed from there on (IDR). */
  boolean beginsAfresh() throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      for (long at = pictures; at < index; ) {
        ByteBuffer unit = read(in, at, 5);
        int type = unit.get(4) & UNIT_TYPE;
        if (type >= PICTURE && type <= REFRESHING_PICTURE) {
          return type == REFRESHING_PICTURE;
        }
        at += 4 + (unit.getInt(0) & 0xFFFFFFFFL);
      }
    }
    return false;
  }

  /** Changes the file. */
  void configure(AvcConfiguration configuration) throws IOException {
    byte[] payload = configuration.payload();
    int box = boxes.get(boxes.size() - 1);
    int after = box + moov.getInt(box);
    int growth = payload.length + HEADER - moov.getInt(box);
    ByteBuffer grown = ByteBuffer.allocate(moov.capacity() + growth);
    grown.put(0, moov, 0, box + HEADER);
    grown.put(box + HEADER, payload);
    grown.put(after + growth, moov, after, moov.capacity() - after);
    boxes.forEach(b -> grown.putInt(b, grown.getInt(b) + growth));
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.write(grown, index);
    }
  }

  private static ByteBuffer read(FileChannel in, long at, int bytes) throws IOException {
    ByteBuffer into = ByteBuffer.allocate((int) Math.min(bytes, in.size() - at));
    while (into.hasRemaining()) {
      if (in.read(into, at + into.position()) < 0) {
        throw new EOFException();
      }
    }
    return into;
  }

  private static String type(ByteBuffer in, int box) {
    byte[] type = new byte[4];
    in.get(box + 4, type);
    return new String(type, StandardCharsets.US_ASCII);
  }
}
