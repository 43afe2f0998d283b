package com.movierecap.media;

import com.movierecap.media.UnusableInputException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of file a film comes in, told by its first bytes alone.
 *
 * <p>The name or the declared type of a file is never believed: FFmpeg would take a playlist named
 * {@code film.mp4} for a playlist and open what it names. So the demuxer is always the one of the
 * sniffed container, and what is no container is refused before native code sees it.
 */
public enum FilmContainer {
  /** MP4, QuickTime, 3GP and their fragments. */
  ISO("mp4"),
  /** Matroska and WebM. */
  MATROSKA("matroska"),
  AVI("avi"),
  MPEG_TS("mpegts"),
  MPEG_PS("mpeg"),
  FLV("flv"),
  OGG("ogg"),
  ASF("asf"),
  /** Of cameras and broadcasters: XDCAM, AVC-Intra, DNxHD. */
  MXF("mxf"),
  /** Digital video as a tape held it. */
  DV("dv"),
  /** Recorded by Windows Media Center. */
  WTV("wtv"),
  /** Pictures of MPEG-1 or MPEG-2 and nothing else. */
  MPEG_VIDEO("mpegvideo"),
  /** Pictures of H.264 and nothing else, as small cameras write them. */
  AVC_VIDEO("h264"),
  /** Pictures of H.265 and nothing else. */
  HEVC_VIDEO("hevc");

  /** What people call those that are read. */
  public static final String ACCEPTED =
      "MP4, MOV, MKV, WebM, AVI, MPEG-TS, MPEG-PS, FLV, WMV, OGV, MXF, DV, WTV, and MPEG-1, MPEG-2,"
          + " H.264 or H.265 by itself";

  /** As many first bytes as {@link #sniff} makes use of. */
  public static final int HEAD_BYTES = 4096;

  /**
   * What comes first in H.264: parameters of the sequence, a delimiter or a message.
   *
   * @see <a href="https://www.itu.int/rec/T-REC-H.264">ITU-T H.264, 7.4.1.2</a>
   */
  private static final Set<Integer> AVC_UNITS = Set.of(0x27, 0x47, 0x67, 0x09, 0x06);

  /**
   * What comes first in H.265: parameters of the film or the sequence, a delimiter or a message.
   *
   * @see <a href="https://www.itu.int/rec/T-REC-H.265">ITU-T H.265, 7.4.2.4</a>
   */
  private static final Set<Integer> HEVC_UNITS = Set.of(0x4001, 0x4201, 0x4601, 0x4E01);

  private static final List<String> PICTURE_BRANDS =
      List.of("avif", "avis", "heic", "heix", "hevc", "mif1", "msf1", "jp2 ", "crx ");
  private static final List<String> BOXES =
      List.of("moov", "mdat", "wide", "free", "skip", "pnot", "moof", "styp", "sidx");
  private static final List<String> PLAYLISTS =
      List.of("#extm3u", "ffconcat", "[playlist]", "<asx", "<smil", "<mpd", "[reference]", "rtsp:");

  private final String demuxer;

  FilmContainer(String demuxer) {
    this.demuxer = demuxer;
  }

  /** FFmpeg's short name of the demuxer that reads it. */
  public String demuxer() {
    return demuxer;
  }

  /** The IANA media type of its files, or the one in use where IANA has none. */
  public String mediaType() {
    return switch (this) {
      case ISO -> "video/mp4";
      case MATROSKA -> "video/matroska";
      case AVI -> "video/vnd.avi";
      case MPEG_TS -> "video/mp2t";
      case MPEG_PS, MPEG_VIDEO -> "video/mpeg";
      case FLV -> "video/x-flv";
      case OGG -> "video/ogg";
      case ASF -> "video/x-ms-asf";
      case MXF -> "application/mxf";
      case DV -> "video/dv";
      case WTV -> "video/x-ms-wtv";
      case AVC_VIDEO -> "video/h264";
      case HEVC_VIDEO -> "video/h265";
    };
  }

  /** Files of it that were joined byte by byte can be read as one. */
  public boolean canBeJoined() {
    return this == MPEG_TS || this == MPEG_PS || this == FLV;
  }

  /** Holds pictures that do not say when they are shown: one after the other. */
  public boolean bare() {
    return this == MPEG_VIDEO || this == AVC_VIDEO || this == HEVC_VIDEO;
  }

  /**
   * @param head the first bytes of the file, up to {@link #HEAD_BYTES}, fewer where it is shorter
   * @throws UnusableInputException for anything that is not one of these containers
   */
  public static FilmContainer sniff(byte[] head) {
    if (head.length == 0) {
      throw new UnusableInputException(Reason.EMPTY_FILE);
    }
    if (head.length >= 8) {
      String box = ascii(head, 4, 4);
      if (box.equals("ftyp")) {
        return iso(ascii(head, 8, 4));
      }
      if (BOXES.contains(box)) {
        return ISO;
      }
    }
    if (starts(head, 0x1A, 0x45, 0xDF, 0xA3)) {
      return MATROSKA;
    }
    String first = ascii(head, 0, 4);
    if (first.equals("RIFF")) {
      return riff(ascii(head, 8, 4));
    }
    if (first.equals("OggS")) {
      return OGG;
    }
    if (first.startsWith("FLV")) {
      return FLV;
    }
    if (starts(head, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)) {
      return ASF;
    }
    if (starts(head, 0, 0, 1, 0xBA)) {
      return MPEG_PS;
    }
    if (starts(head, 0xB7, 0xD8, 0x00, 0x20, 0x37, 0x49, 0xDA, 0x11)) {
      return WTV;
    }
    if (starts(head, 0x1F, 0x07, 0x00) && head.length > 3 && (head[3] & 0x7F) == 0x3F) {
      return DV;
    }
    if (starts(head, 0, 0, 1, 0xB3)) {
      return MPEG_VIDEO;
    }
    int unit = firstUnit(head);
    if (AVC_UNITS.contains(unit >> 8)) {
      return AVC_VIDEO;
    }
    if (HEVC_UNITS.contains(unit)) {
      return HEVC_VIDEO;
    }
    if (isMaterialExchange(head)) {
      return MXF;
    }
    if (isTransportStream(head)) {
      return MPEG_TS;
    }
    throw refusal(head, first);
  }

  private static FilmContainer iso(String brand) {
    if (PICTURE_BRANDS.contains(brand)) {
      throw new UnusableInputException(
          Reason.NOT_A_FILM,
          "it is a still picture, "
              + brand.strip().toUpperCase(Locale.ROOT)
              + "; accepted are "
              + ACCEPTED);
    }
    return ISO;
  }

  private static FilmContainer riff(String kind) {
    if (kind.equals("AVI ") || kind.equals("AVIX")) {
      return AVI;
    }
    if (kind.equals("WAVE")) {
      throw new UnusableInputException(Reason.NO_VIDEO, "it is a WAV sound");
    }
    throw new UnusableInputException(
        Reason.NOT_A_FILM,
        "it is "
            + (kind.equals("WEBP") ? "a WebP picture" : "RIFF " + kind.strip())
            + "; accepted are "
            + ACCEPTED);
  }

  /** Packets of 188 bytes (192 in M2TS, where four bytes of time precede each) begin with 0x47. */
  private static boolean isTransportStream(byte[] head) {
    for (int[] shape : new int[][] {{0, 188}, {4, 192}, {0, 204}}) {
      int packets = 0;
      int at = shape[0];
      while (at < head.length && head[at] == 0x47) {
        packets++;
        at += shape[1];
      }
      if (packets >= 2 && at >= head.length) {
        return true;
      }
    }
    return false;
  }

  /** Two bytes behind a start code at the beginning; below zero where there is none. */
  private static int firstUnit(byte[] head) {
    int at = starts(head, 0, 0, 0, 1) ? 4 : starts(head, 0, 0, 1) ? 3 : head.length;
    return at + 2 <= head.length ? (head[at] & 0xFF) << 8 | head[at + 1] & 0xFF : -1;
  }

  /** A header partition begins with its key (SMPTE ST 377-1); something else may come before it. */
  private static boolean isMaterialExchange(byte[] head) {
    int[] key = {
      0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01, 0x0D, 0x01, 0x02, 0x01, 0x01, 0x02
    };
    for (int at = 0; at + key.length <= head.length; at++) {
      int same = 0;
      while (same < key.length && (head[at + same] & 0xFF) == key[same]) {
        same++;
      }
      if (same == key.length) {
        return true;
      }
    }
    return false;
  }

  private static UnusableInputException refusal(byte[] head, String first) {
    boolean mpegAudio = head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
    boolean byteOrderMark = starts(head, 0xFF, 0xFE);
    if (first.startsWith("ID3")
        || first.equals("fLaC")
        || first.startsWith("#!AM")
        || (mpegAudio && !byteOrderMark)) {
      return new UnusableInputException(
          Reason.NO_VIDEO, "it is " + FileKind.seen(head).orElse("sound"));
    }
    String text = ascii(head, 0, head.length).replace("\0", "").toLowerCase(Locale.ROOT);
    // a byte order mark may come before the first word
    boolean address = text.replaceFirst("^[^!-~]+", "").startsWith("http");
    if (address || PLAYLISTS.stream().anyMatch(text::contains)) {
      return new UnusableInputException(Reason.PLAYLIST);
    }
    return new UnusableInputException(
        Reason.NOT_A_FILM,
        FileKind.seen(head).map(seen -> "it is " + seen + "; ").orElse("")
            + "accepted are "
            + ACCEPTED);
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(byte[] head, int from, int length) {
    int start = Math.min(from, head.length);
    return new String(
        head, start, Math.min(length, head.length - start), StandardCharsets.ISO_8859_1);
  }
}
