package com.movierecap.media.reading;

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
 * film that breaks off from one that never was, and one that would open other files.
 */
final class IsoBoxes {
  private static final int LONGEST_MOOV = 256 << 20;
  private static final List<String> PARENTS =
      List.of("trak", "mdia", "minf", "stbl", "dinf", "moov", "edts");

  private static final class Track {
    private String handler = "";
    private String codec = "";
    private final IsoEdits edits = new IsoEdits();

    void add(String type, ByteBuffer body) {
      // QuickTime has a second one, which says how the data are found
      if (type.equals("hdlr") && handler.isEmpty() && body.limit() >= 12) {
        body.position(8);
        handler = fourCc(body);
      } else if (type.equals("stsd") && body.limit() >= 16) {
        body.position(12);
        codec = fourCc(body);
      } else {
        edits.add(type, body);
      }
    }
  }

  private boolean moov;
  private boolean media;
  private boolean cutOff;
  private final List<Track> tracks = new ArrayList<>();
  private long movieScale;
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
    @Nullable Track track = video();
    return track == null || track.codec.isEmpty() ? null : track.codec;
  }

  boolean hasVideoTrack() {
    return video() != null;
  }

  /** Parts of the picture's track are left out or put elsewhere, which old libraries overlook. */
  boolean edited() {
    @Nullable Track track = video();
    return track != null && track.edits.edited(movieScale);
  }

  private @Nullable Track video() {
    return tracks.stream().filter(t -> t.handler.equals("vide")).findFirst().orElse(null);
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
        tracks.add(new Track());
      }
      @Nullable Track track = tracks.isEmpty() ? null : tracks.get(tracks.size() - 1);
      if (PARENTS.contains(type)) {
        children(body, depth + 1);
      } else if (type.equals("mvhd")) {
        movieScale = IsoEdits.timescale(body);
      } else if (track != null) {
        track.add(type, body);
      }
      if (type.equals("dref") && body.limit() >= 8) {
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
