package com.movierecap.media.humble;

import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at the box structure of an MP4 before native code opens it (ISO/IEC 14496-12): tells a
 * film that breaks off from one that never was, and names codecs younger than our decoders.
 */
final class IsoBoxes {
  private static final int LONGEST_MOOV = 256 << 20;
  private static final List<String> PARENTS =
      List.of("trak", "mdia", "minf", "stbl", "dinf", "moov");

  private static final List<String> YOUNG =
      List.of("av01", "vvc1", "vvi1", "evc1", "lvc1", "apv1", "dav1");

  private boolean moov;
  private boolean media;
  private boolean cutOff;
  private final List<String> handlers = new ArrayList<>();
  private final List<String> sampleEntries = new ArrayList<>();
  private boolean foreignReference;

  private IsoBoxes() {}

  /**
   * @throws UnusableInputException where the film's own description is missing, or names other
   *     files as the place of its pictures
   */
  static IsoBoxes check(Path film) throws IOException {
    IsoBoxes boxes = new IsoBoxes();
    try (SeekableByteChannel channel = Files.newByteChannel(film)) {
      boxes.walk(channel);
    }
    if (!boxes.moov) {
      throw new UnusableInputException(
          boxes.media || boxes.cutOff || Files.size(film) < 4096
              ? Reason.TRUNCATED
              : Reason.NOT_A_FILM,
          "no moov box");
    }
    if (boxes.foreignReference) {
      throw new UnusableInputException(Reason.PLAYLIST, "its tracks lie in other files");
    }
    return boxes;
  }

  /** The file ends inside of a box. */
  boolean cutOff() {
    return cutOff;
  }

  /** FourCC of the first video track's codec, such as {@code av01}; null where none is named. */
  @Nullable String videoCodec() {
    int i = handlers.indexOf("vide");
    return i >= 0 && i < sampleEntries.size() && !sampleEntries.get(i).isEmpty()
        ? sampleEntries.get(i)
        : null;
  }

  /** The codec, where it is one that came after our decoders were made. */
  @Nullable String youngCodec() {
    String codec = videoCodec();
    return codec != null && YOUNG.contains(codec) ? codec : null;
  }

  boolean hasVideoTrack() {
    return handlers.contains("vide");
  }

  private void walk(SeekableByteChannel channel) throws IOException {
    long at = 0;
    long size = channel.size();
    ByteBuffer head = ByteBuffer.allocate(16);
    while (at + 8 <= size) {
      head.clear();
      channel.position(at);
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // reads until the head is full or the file ends
      }
      head.flip();
      long length = head.getInt() & 0xFFFFFFFFL;
      String type = fourCc(head);
      int headLength = 8;
      if (length == 1 && head.remaining() >= 8) {
        length = head.getLong();
        headLength = 16;
      } else if (length == 0) {
        length = size - at;
      }
      if (length < headLength) {
        return;
      }
      cutOff |= at + length > size;
      media |= type.equals("mdat") || type.equals("moof");
      if (type.equals("moov") && at + length <= size && length < LONGEST_MOOV) {
        moov = true;
        ByteBuffer body = ByteBuffer.allocate((int) length - headLength);
        channel.position(at + headLength);
        while (body.hasRemaining() && channel.read(body) >= 0) {
          // reads until the box is whole
        }
        body.flip();
        children(body, 0);
      }
      at += length;
    }
  }

  private void children(ByteBuffer in, int depth) {
    while (in.remaining() >= 8 && depth < 8) {
      int start = in.position();
      long length = in.getInt() & 0xFFFFFFFFL;
      String type = fourCc(in);
      if (length < 8 || start + length > in.limit()) {
        return;
      }
      int end = start + (int) length;
      ByteBuffer body = in.duplicate().limit(end).slice();
      if (type.equals("trak")) {
        sampleEntries.add("");
        handlers.add("");
      }
      if (PARENTS.contains(type)) {
        children(body, depth + 1);
      } else if (type.equals("hdlr") && !handlers.isEmpty() && depth >= 2 && body.limit() >= 12) {
        body.position(8);
        handlers.set(handlers.size() - 1, fourCc(body));
      } else if (type.equals("stsd") && !sampleEntries.isEmpty() && body.limit() >= 16) {
        body.position(12);
        sampleEntries.set(sampleEntries.size() - 1, fourCc(body));
      } else if (type.equals("dref") && body.limit() >= 8) {
        body.position(8);
        references(body);
      }
      in.position(end);
    }
  }

  /** Flag 1 of a data reference says that the media lie in this same file. */
  private void references(ByteBuffer in) {
    while (in.remaining() >= 12) {
      int start = in.position();
      int length = in.getInt();
      in.getInt();
      boolean here = (in.getInt() & 1) != 0;
      foreignReference |= !here;
      if (length < 12 || start + length > in.limit()) {
        return;
      }
      in.position(start + length);
    }
  }

  private static String fourCc(ByteBuffer in) {
    byte[] name = new byte[4];
    in.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }
}
