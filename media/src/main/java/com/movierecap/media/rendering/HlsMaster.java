package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code hls.m3u8}: what streams there are, for players to choose from. FFmpeg would guess the
 * rates; they are counted here from the segments.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8216">HTTP Live Streaming</a>
 */
final class HlsMaster {
  static final String NAME = "hls.m3u8";
  static final String HIGH = "hls-high";
  static final String LOW = "hls-low";
  static final String CAPTIONS = "hls-captions";

  /** Of MPEG-2's clock, a second. */
  private static final int TICKS = 90_000;

  private static final String AAC_LC = "mp4a.40.2";
  private static final int HEADER_BYTES = 65_536;

  private static final Pattern SEGMENT =
      Pattern.compile("#EXTINF:([\\d.]+),[^\\n]*\\n#EXT-X-BYTERANGE:(\\d+)@");

  private record Segment(double seconds, double bits) {}

  private final Path out;
  private final FrameRate rate;
  private final boolean sound;

  HlsMaster(Path out, FrameRate rate, boolean sound) {
    this.out = out;
    this.rate = rate;
    this.sound = sound;
  }

  /**
   * @param captions to be one of the streams; null for none
   * @param seconds length of the recap
   */
  void write(PictureSize high, PictureSize low, @Nullable TextTracks captions, double seconds)
      throws IOException {
    StringBuilder text =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    if (captions != null) {
      @Nullable Locale language = captions.language();
      text.append(
          String.format(
              "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"Captions\",%sDEFAULT=YES,"
                  + "AUTOSELECT=YES,URI=\"%s.m3u8\"\n",
              language == null ? "" : "LANGUAGE=\"" + language.toLanguageTag() + "\",", CAPTIONS));
      // the streams' clock is not at zero when their first picture is shown (RFC 8216, 3.5)
      long start = Math.round(TICKS * pictureStart());
      captions
          .captions()
          .write(
              out.resolve(CAPTIONS + ".vtt"),
              "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:" + start + "\n");
      long whole = (long) Math.ceil(seconds);
      Files.writeString(
          out.resolve(CAPTIONS + ".m3u8"),
          String.format(
              Locale.ROOT,
              "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n#EXT-X-PLAYLIST-TYPE:VOD\n"
                  + "#EXTINF:%.3f,\n%s.vtt\n#EXT-X-ENDLIST\n",
              whole,
              seconds,
              CAPTIONS));
    }
    for (String name : List.of(HIGH, LOW)) {
      stream(text, name, name.equals(HIGH) ? high : low, captions != null);
    }
    Files.writeString(out.resolve(NAME), text);
  }

  /** Seconds on the streams' clock. */
  private double pictureStart() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-select_streams", "v", "-show_entries", "stream=start_time", "-of", "csv=p=0"));
    arguments.addAll(new FfmpegInput(out.resolve(HIGH + ".mp4"), "mp4").arguments());
    return Double.parseDouble(FfmpegProgram.probe(arguments).strip());
  }

  private void stream(StringBuilder text, String name, PictureSize size, boolean captions)
      throws IOException {
    List<Segment> segments = segments(Files.readString(out.resolve(name + ".m3u8")));
    double seconds = segments.stream().mapToDouble(Segment::seconds).sum();
    double bits = segments.stream().mapToDouble(Segment::bits).sum();
    text.append(
        String.format(
            Locale.ROOT,
            "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,RESOLUTION=%dx%d,"
                + "FRAME-RATE=%.3f,CODECS=\"%s%s\"%s\n%s.m3u8\n",
            (long) Math.ceil(peak(segments)),
            (long) Math.ceil(bits / seconds),
            size.width(),
            size.height(),
            rate.perSecond(),
            h264(out.resolve(name + ".mp4")),
            sound ? "," + AAC_LC : "",
            captions ? ",SUBTITLES=\"captions\"" : "",
            name));
  }

  private static List<Segment> segments(String playlist) {
    Matcher found = SEGMENT.matcher(playlist);
    List<Segment> segments = new ArrayList<>();
    while (found.find()) {
      segments.add(
          new Segment(Double.parseDouble(found.group(1)), 8 * Double.parseDouble(found.group(2))));
    }
    return segments;
  }

  /** RFC 8216, 4.1: over neighbours that last half as long as the longest segment, or longer. */
  private static double peak(List<Segment> segments) {
    double target = segments.stream().mapToDouble(Segment::seconds).max().orElse(0);
    double peak = 0;
    for (int first = 0; first < segments.size(); first++) {
      double seconds = 0;
      double bits = 0;
      for (int i = first; i < segments.size() && seconds < target / 2; i++) {
        seconds += segments.get(i).seconds();
        bits += segments.get(i).bits();
      }
      if (seconds >= target / 2) {
        peak = Math.max(peak, bits / seconds);
      }
    }
    return peak;
  }

  /**
   * {@code avc1.} and profile, constraints and level, as the header says (RFC 6381, ISO 14496-15).
   */
  private static String h264(Path mp4) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(mp4)) {
      head = in.readNBytes(HEADER_BYTES);
    }
    int at = new String(head, StandardCharsets.ISO_8859_1).indexOf("avcC");
    if (at < 0 || at + 7 >= head.length) {
      throw new IOException("no H.264 in " + mp4);
    }
    return String.format(
        Locale.ROOT, "avc1.%02X%02X%02X", head[at + 5], head[at + 6], head[at + 7]);
  }
}
