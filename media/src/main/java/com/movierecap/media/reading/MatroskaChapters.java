package com.movierecap.media.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at a Matroska's chapters for an edition that is ordered: its chapters are the film, played
 * one after the other, wherever they lie, some of them in other files perhaps. We read films as
 * they lie in the file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9559#name-chapters-2">RFC 9559, 5.1.7</a>
 */
final class MatroskaChapters {
  private static final long EBML = 0x1A45DFA3L;
  private static final long SEGMENT = 0x18538067L;
  private static final long SEEK_HEAD = 0x114D9B74L;
  private static final long SEEK = 0x4DBB;
  private static final long SEEK_ID = 0x53AB;
  private static final long SEEK_POSITION = 0x53AC;
  private static final long CLUSTER = 0x1F43B675L;
  private static final long CHAPTERS = 0x1043A770L;
  private static final long EDITION = 0x45B9;
  private static final long IS_DEFAULT = 0x45DB;
  private static final long IS_ORDERED = 0x45DD;
  private static final long CHAPTER = 0xB6;
  private static final long START = 0x91;
  private static final long END = 0x92;
  private static final long IS_ENABLED = 0x4598;
  private static final long OTHER_FILE = 0x6E67;

  private static final int LONGEST = 4 << 20;
  private static final double NANOSECONDS = 1e9;

  /** Chapters are told to the millisecond, or by the nearest keyframe. */
  private static final double SAME_SECONDS = 0.1;

  /** A film's last pictures and sounds end apart. */
  private static final double END_SECONDS = 1;

  /**
   * @param elsewhere it lies in another file
   */
  private record Chapter(double start, double end, boolean elsewhere) {}

  private record Edition(boolean isDefault, boolean ordered, List<Chapter> chapters) {}

  private record Element(long id, ByteBuffer body) {}

  private MatroskaChapters() {}

  /**
   * Whether players show something else than the file from its start to its end.
   *
   * @param duration of the film in seconds; 0 where it is not known
   */
  static boolean reordered(Path film, double duration) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(film)) {
      @Nullable ByteBuffer chapters = find(channel);
      return chapters != null && reordered(chapters, duration);
    }
  }

  private static boolean reordered(ByteBuffer chapters, double duration) {
    @Nullable Edition played = null;
    for (Element element : elements(chapters)) {
      if (element.id() == EDITION) {
        Edition edition = edition(element.body());
        if (played == null || edition.isDefault() && !played.isDefault()) {
          played = edition;
        }
      }
    }
    if (played == null || !played.ordered() || played.chapters().isEmpty()) {
      return false;
    }
    double at = 0;
    for (Chapter chapter : played.chapters()) {
      if (chapter.elsewhere() || Math.abs(chapter.start() - at) > SAME_SECONDS) {
        return true;
      }
      at = chapter.end();
    }
    return at < duration - END_SECONDS;
  }

  private static Edition edition(ByteBuffer body) {
    boolean isDefault = false;
    boolean ordered = false;
    List<Chapter> chapters = new ArrayList<>();
    for (Element element : elements(body)) {
      if (element.id() == IS_DEFAULT) {
        isDefault = number(element.body()) == 1;
      } else if (element.id() == IS_ORDERED) {
        ordered = number(element.body()) == 1;
      } else if (element.id() == CHAPTER) {
        @Nullable Chapter chapter = chapter(element.body());
        if (chapter != null) {
          chapters.add(chapter);
        }
      }
    }
    return new Edition(isDefault, ordered, chapters);
  }

  /** Null for one that is switched off. */
  private static @Nullable Chapter chapter(ByteBuffer body) {
    double start = 0;
    double end = 0;
    boolean enabled = true;
    boolean elsewhere = false;
    for (Element element : elements(body)) {
      if (element.id() == START) {
        start = number(element.body()) / NANOSECONDS;
      } else if (element.id() == END) {
        end = number(element.body()) / NANOSECONDS;
      } else if (element.id() == IS_ENABLED) {
        enabled = number(element.body()) != 0;
      }
      elsewhere |= element.id() == OTHER_FILE;
    }
    return enabled ? new Chapter(start, end, elsewhere) : null;
  }

  /** Chapters come before the pictures, or the head tells where they lie. */
  private static @Nullable ByteBuffer find(SeekableByteChannel file) throws IOException {
    long at = 0;
    long segment = -1;
    long told = -1;
    while (at < file.size()) {
      ByteBuffer head = read(file, at, 12);
      long id = id(head);
      long size = size(head);
      long from = at + head.position();
      if (id == SEGMENT) {
        segment = from;
        at = from;
        continue;
      }
      if (id == CHAPTERS && size > 0 && size <= LONGEST) {
        return read(file, from, (int) size);
      }
      if (id == SEEK_HEAD && size > 0 && size <= LONGEST) {
        told = place(read(file, from, (int) size));
      }
      boolean unread = id != EBML && segment < 0;
      if (id < 0 || size < 0 || id == CLUSTER || unread) {
        // behind the first pictures there is nothing but what the head tells
        if (told < 0 || segment + told <= at) {
          return null;
        }
        at = segment + told;
        told = -1;
        continue;
      }
      at = from + size;
    }
    return null;
  }

  /** Where the chapters lie in the segment; below zero where that is not told. */
  private static long place(ByteBuffer seekHead) {
    for (Element seek : elements(seekHead)) {
      long id = -1;
      long position = -1;
      for (Element element : seek.id() == SEEK ? elements(seek.body()) : List.<Element>of()) {
        if (element.id() == SEEK_ID) {
          id = number(element.body());
        } else if (element.id() == SEEK_POSITION) {
          position = number(element.body());
        }
      }
      if (id == CHAPTERS) {
        return position;
      }
    }
    return -1;
  }

  private static ByteBuffer read(SeekableByteChannel file, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    file.position(at);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // reads until it is full or the file ends
    }
    return bytes.flip();
  }

  private static List<Element> elements(ByteBuffer in) {
    List<Element> elements = new ArrayList<>();
    while (in.hasRemaining()) {
      long id = id(in);
      long size = size(in);
      if (id < 0 || size < 0 || size > in.remaining()) {
        break;
      }
      elements.add(new Element(id, in.slice(in.position(), (int) size)));
      in.position(in.position() + (int) size);
    }
    return elements;
  }

  /** The mark of its length stays; below zero where there is none. */
  private static long id(ByteBuffer in) {
    return coded(in, 4, false);
  }

  /** Below zero where it is not known. */
  private static long size(ByteBuffer in) {
    return coded(in, 8, true);
  }

  /** Zeros before the first set bit tell how many bytes there are (RFC 8794, 4). */
  private static long coded(ByteBuffer in, int longest, boolean masked) {
    if (!in.hasRemaining()) {
      return -1;
    }
    int first = in.get() & 0xFF;
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (more >= longest || in.remaining() < more) {
      return -1;
    }
    long value = masked ? first & (0x7F >> more) : first;
    boolean known = (first & (0x7F >> more)) != 0x7F >> more;
    for (int i = 0; i < more; i++) {
      int next = in.get() & 0xFF;
      known |= next != 0xFF;
      value = value << 8 | next;
    }
    return masked && !known ? -1 : value;
  }

  private static long number(ByteBuffer body) {
    long value = 0;
    while (body.hasRemaining()) {
      value = value << 8 | body.get() & 0xFF;
    }
    return value;
  }
}
