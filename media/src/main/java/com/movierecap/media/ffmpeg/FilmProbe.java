package com.movierecap.media.ffmpeg;

import com.movierecap.json.Json;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Original;
import com.movierecap.media.PictureArea;
import com.movierecap.media.Timecode;
import com.movierecap.media.Track;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.film.Orientation;
import com.movierecap.media.film.PictureClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a film says of itself in its head, and which of its tracks are read: decodes nothing. All
 * readers and the renderer go by it, so that they see the same tracks the same way up.
 *
 * @param startSeconds earliest time stamp of any track; FFmpeg's own zero
 * @param declaredSeconds length by the head; 0 where it tells none
 * @param sound null where the film is silent
 * @param tracks all there are, those that are read marked
 * @param timecode of the first picture; null where the film tells none
 * @param warnings what is odd about it by its head alone, one English sentence each
 */
public record FilmProbe(
    Path file,
    FilmContainer container,
    double startSeconds,
    double declaredSeconds,
    Picture picture,
    @Nullable Sound sound,
    List<Track> tracks,
    @Nullable Timecode timecode,
    List<String> warnings) {
  /** Matroska's tag of a track, {@code 00:00:26.021000000}. */
  private static final String TRACK_LENGTH = "DURATION";

  private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

  /** QuickTime's name of it. */
  private static final String TIMECODE_TRACK = "tmcd";

  private static final Fraction SQUARE = new Fraction(1, 1);

  /** Light that goes by absolute brightness (PQ) or beyond paper white (HLG): ITU-R BT.2100. */
  private static final Set<String> WIDE_TRANSFERS = Set.of("smpte2084", "arib-std-b67");

  /**
   * The picture's track.
   *
   * @param codec FFmpeg's short name, such as {@code h264}
   * @param pixels FFmpeg's name of the pixel format, such as {@code yuv420p}
   * @param width in pixels as shown: square, after rotation
   * @param height in pixels as shown
   * @param storedWidth in pixels as stored; as shown where they are stored turned
   * @param pixel shape of a pixel as stored, its width by its height
   * @param tick seconds a time stamp counts, as a fraction
   * @param startSeconds first time stamp
   */
  public record Picture(
      int index,
      String codec,
      String pixels,
      int width,
      int height,
      int storedWidth,
      Fraction pixel,
      Orientation orientation,
      Fraction tick,
      double startSeconds,
      boolean interlaced,
      Colour colour) {
    /** Its width by its height. */
    public double shape() {
      return width / (double) height;
    }
  }

  /**
   * What the picture's numbers mean, by FFmpeg's names; each empty where the film does not say.
   *
   * @param primaries such as {@code bt709}
   * @param transfer the curve from light to values, such as {@code smpte2084}
   * @param matrix such as {@code bt2020nc}
   * @param rgb whether the picture is stored as red, green and blue
   */
  public record Colour(String primaries, String transfer, String matrix, boolean rgb) {
    private static final Pattern RGB =
        Pattern.compile("gbr.*|0?(rgb|bgr).*|(a|x2)(rgb|bgr).*|pal8");

    static Colour of(
        String pixels,
        @Nullable String primaries,
        @Nullable String transfer,
        @Nullable String matrix) {
      return new Colour(
          known(primaries), known(transfer), known(matrix), RGB.matcher(pixels).matches());
    }

    /** Whether its light must be bent to be shown as BT.709. */
    public boolean wideRange() {
      return WIDE_TRANSFERS.contains(transfer);
    }

    private static String known(@Nullable String name) {
      return name == null || name.equals("unknown") || name.equals("reserved") ? "" : name;
    }
  }

  /** As FFmpeg tells times and shapes. */
  public record Fraction(long numerator, long denominator) {
    public double value() {
      return numerator / (double) denominator;
    }
  }

  /**
   * The sound's track.
   *
   * @param sampleRate samples a second
   * @param layout FFmpeg's name of it, such as {@code 5.1(side)}; null where the film tells none
   */
  public record Sound(
      int index, String codec, int channels, int sampleRate, @Nullable String layout) {}

  private record Probe(@Nullable List<Stream> streams, @Nullable Format format) {}

  private record Format(
      @Nullable String startTime, @Nullable String duration, @Nullable Map<String, String> tags) {}

  record SideData(@Nullable String displaymatrix) {}

  /** As ffprobe tells it. */
  record Stream(
      int index,
      @Nullable String codecName,
      @Nullable String codecType,
      @Nullable String codecTagString,
      @Nullable String pixFmt,
      int width,
      int height,
      int channels,
      @Nullable String channelLayout,
      @Nullable String sampleRate,
      @Nullable String sampleAspectRatio,
      @Nullable String avgFrameRate,
      @Nullable String timeBase,
      @Nullable String startTime,
      @Nullable String duration,
      @Nullable String fieldOrder,
      @Nullable String colorSpace,
      @Nullable String colorPrimaries,
      @Nullable String colorTransfer,
      @Nullable String nbFrames,
      @Nullable Map<String, Integer> disposition,
      @Nullable Map<String, String> tags,
      @Nullable List<SideData> sideDataList) {
    boolean set(String flag) {
      return disposition != null && disposition.getOrDefault(flag, 0) == 1;
    }

    /** Containers spell names of tags as they like. */
    @Nullable String tag(String name) {
      return FilmProbe.tag(tags, name);
    }
  }

  /** What a film says of itself whose usual tracks are to be read. */
  public static FilmProbe of(Path film, FilmContainer container) {
    return of(film, container, TrackChoice.USUAL);
  }

  /**
   * @param asked which tracks are to be read
   * @throws UnusableInputException where there is no picture that can be decoded, or no such track
   */
  public static FilmProbe of(Path film, FilmContainer container, TrackChoice asked) {
    Probe probe = probe(film, container);
    List<Stream> streams = Objects.requireNonNullElse(probe.streams(), List.of());
    FilmTracks tracks = new FilmTracks(streams, asked);
    Stream picture = tracks.picture();
    @Nullable Stream sound = tracks.sound();
    @Nullable Stream text = tracks.text();
    @Nullable Format format = probe.format();
    double own = seconds(picture.duration());
    return new FilmProbe(
        film,
        container,
        format == null ? 0 : seconds(format.startTime()),
        own > 0 || format == null ? own : declared(format, container, picture),
        described(picture),
        sound == null
            ? null
            : new Sound(
                sound.index(),
                Objects.requireNonNullElse(sound.codecName(), "unknown"),
                sound.channels(),
                (int) seconds(sound.sampleRate()),
                "unknown".equals(sound.channelLayout()) ? null : sound.channelLayout()),
        tracks.list(picture, sound, text),
        timecode(streams, format),
        List.of());
  }

  /** The same with a warning more. */
  public FilmProbe warned(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new FilmProbe(
        file,
        container,
        startSeconds,
        declaredSeconds,
        picture,
        sound,
        tracks,
        timecode,
        List.copyOf(more));
  }

  private static @Nullable String tag(@Nullable Map<String, String> tags, String name) {
    return tags == null
        ? null
        : tags.entrySet().stream()
            .filter(t -> t.getKey().equalsIgnoreCase(name) && !t.getValue().isBlank())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  /** QuickTime has a track for it, MXF and Matroska tell it of the whole, DV of the picture. */
  private static @Nullable Timecode timecode(List<Stream> streams, @Nullable Format format) {
    List<Map<String, String>> said = new ArrayList<>();
    streams.stream().map(Stream::tags).filter(Objects::nonNull).forEach(said::add);
    if (format != null && format.tags() != null) {
      said.add(format.tags());
    }
    @Nullable String reel =
        said.stream()
            .map(tags -> tag(tags, "reel_name"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    @Nullable Integer numbered =
        streams.stream()
            .filter(s -> TIMECODE_TRACK.equals(s.codecTagString()))
            .map(s -> numbered(s.avgFrameRate()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return said.stream()
        .flatMap(tags -> Timecode.of(tag(tags, "timecode"), reel, numbered).stream())
        .findFirst()
        .orElse(null);
  }

  /** Numbers a second of a track of timecode, {@code "12800/512"}. */
  private static @Nullable Integer numbered(@Nullable String rate) {
    return rate != null && rate.matches("[1-9]\\d{0,8}/[1-9]\\d{0,8}")
        ? (int) Math.round(fraction(rate, '/').value())
        : null;
  }

  /**
   * What the film is made of, once it was read.
   *
   * @param keys time stamps of the packets of keyframes
   * @param deaf the sound cannot be decoded
   * @param found what is odd about it, one English sentence each
   */
  public MovieInfo info(PictureClock clock, long[] keys, boolean deaf, List<String> found) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(found);
    return new MovieInfo(
        clock.durationSeconds(),
        picture.width(),
        picture.height(),
        1 / clock.secondsPerPicture(),
        picture.codec(),
        sound == null || deaf ? null : sound.codec(),
        PictureArea.WHOLE,
        clock.secondsOf(keys),
        List.copyOf(all),
        tracks,
        original(deaf),
        false,
        List.of());
  }

  private Original original(boolean deaf) {
    @Nullable Sound heard = deaf ? null : sound;
    return new Original(
        picture.storedWidth(),
        picture.height(),
        (int) picture.pixel().numerator(),
        (int) picture.pixel().denominator(),
        heard == null ? 0 : heard.channels(),
        heard == null ? 0 : heard.sampleRate(),
        timecode);
  }

  private static Probe probe(Path film, FilmContainer container) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-of",
            "json",
            "-show_entries",
            "stream=index,codec_name,codec_type,codec_tag_string,pix_fmt,width,height,channels,"
                + "channel_layout,sample_rate,sample_aspect_ratio,avg_frame_rate,time_base,start_time,duration,field_order,"
                + "nb_frames,color_space,color_primaries,color_transfer:stream_disposition"
                + ":stream_tags=title,language,handler_name,timecode,reel_name,"
                + TRACK_LENGTH
                + ":stream_side_data=displaymatrix"
                + ":format=start_time,duration:format_tags=timecode,reel_name"));
    arguments.addAll(new FfmpegInput(film, container.demuxer()).arguments());
    try {
      return Json.parse(FfmpegProgram.probe(arguments), Probe.class);
    } catch (FfmpegException e) {
      if (e.getCause() != null) {
        throw e;
      }
      throw new UnusableInputException(Reason.DAMAGED, "it cannot be opened");
    }
  }

  private static Picture described(Stream stream) {
    Orientation orientation = orientation(stream.sideDataList());
    Fraction pixel = aspect(stream.sampleAspectRatio());
    int shownWidth = (int) Math.round(stream.width() * pixel.value());
    boolean turned = orientation.quarterTurned();
    return new Picture(
        stream.index(),
        Objects.requireNonNull(stream.codecName()),
        Objects.requireNonNull(stream.pixFmt()),
        turned ? stream.height() : shownWidth,
        turned ? shownWidth : stream.height(),
        turned ? stream.height() : stream.width(),
        turned ? SQUARE : pixel,
        orientation,
        tick(Objects.requireNonNull(stream.timeBase())),
        seconds(stream.startTime()),
        stream.fieldOrder() != null && stream.fieldOrder().matches("tt|bb|tb|bt"),
        Colour.of(
            stream.pixFmt(), stream.colorPrimaries(), stream.colorTransfer(), stream.colorSpace()));
  }

  /** Three lines of three numbers, each line behind its own count and a colon. */
  private static Orientation orientation(@Nullable List<SideData> data) {
    if (data == null) {
      return Orientation.UPRIGHT;
    }
    for (SideData side : data) {
      if (side.displaymatrix() != null) {
        long[] matrix =
            Arrays.stream(side.displaymatrix().replaceAll("\\w+:", " ").trim().split("\\s+"))
                .mapToLong(Long::parseLong)
                .toArray();
        return matrix.length == 9 ? Orientation.of(matrix) : Orientation.UPRIGHT;
      }
    }
    return Orientation.UPRIGHT;
  }

  private static double seconds(@Nullable String text) {
    return text == null || text.equals("N/A") ? 0 : Double.parseDouble(text);
  }

  /**
   * From the first picture, which may come later than the first sound, to the end of the last one,
   * as far as that is told: subtitles may go on for long. Matroska tells when the film ends, the
   * others how long it is.
   */
  private static double declared(Format format, FilmContainer container, Stream picture) {
    double start = seconds(format.startTime());
    double end = seconds(format.duration()) + (container == FilmContainer.MATROSKA ? 0 : start);
    @Nullable String first = picture.startTime();
    boolean told = first != null && !first.equals("N/A");
    double whole = end - Math.max(start, told ? seconds(first) : start);
    Matcher own = CLOCK.matcher(Objects.requireNonNullElse(picture.tag(TRACK_LENGTH), ""));
    return own.matches()
        ? Math.min(
            whole,
            3600.0 * Integer.parseInt(own.group(1))
                + 60.0 * Integer.parseInt(own.group(2))
                + Double.parseDouble(own.group(3)))
        : whole;
  }

  private static Fraction tick(String fraction) {
    return fraction(fraction, '/');
  }

  private static Fraction fraction(String text, char by) {
    int at = text.indexOf(by);
    return new Fraction(
        Long.parseLong(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
  }

  /** {@code "64:45"}; FFmpeg says {@code "0:1"} or nothing where it is unknown. */
  static Fraction aspect(@Nullable String ratio) {
    return ratio != null && ratio.matches("[1-9]\\d{0,8}:[1-9]\\d{0,8}")
        ? fraction(ratio, ':')
        : SQUARE;
  }
}
