package com.movierecap.media.ffmpeg;

import com.movierecap.media.Track;
import com.movierecap.media.Track.Kind;
import com.movierecap.media.Track.Role;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.ffmpeg.FilmProbe.Stream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of a film, and which of them are the film: of each kind the one asked for, else the
 * one that is meant for all. Commentaries, descriptions of what is seen, karaoke and sign language
 * are taken only where there is nothing else; still pictures never are.
 */
final class FilmTracks {
  /** Encoded one by one, so that a video track of them may be a cover. */
  private static final Set<String> PICTURES = Set.of("mjpeg", "png", "bmp", "gif", "webp", "tiff");

  /** A preview has less than this share of the pixels of its film. */
  private static final double PREVIEW_SHARE = 0.25;

  /** What a page can show. */
  private static final int LONGEST_TITLE = 100;

  private static final Set<Role> FOR_A_FEW =
      EnumSet.of(Role.COMMENTARY, Role.AUDIO_DESCRIPTION, Role.KARAOKE, Role.SIGN_LANGUAGE);

  /** FFmpeg's names of dispositions. */
  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("default", Role.DEFAULT),
          Map.entry("original", Role.ORIGINAL),
          Map.entry("dub", Role.DUB),
          Map.entry("comment", Role.COMMENTARY),
          Map.entry("visual_impaired", Role.AUDIO_DESCRIPTION),
          Map.entry("descriptions", Role.AUDIO_DESCRIPTION),
          Map.entry("hearing_impaired", Role.HEARING_IMPAIRED),
          Map.entry("captions", Role.HEARING_IMPAIRED),
          Map.entry("karaoke", Role.KARAOKE),
          Map.entry("lyrics", Role.KARAOKE),
          Map.entry("forced", Role.FORCED),
          Map.entry("attached_pic", Role.STILL),
          Map.entry("still_image", Role.STILL),
          Map.entry("timed_thumbnails", Role.STILL));

  /** Most films have no flag for it, but people write it into the title. */
  private static final Map<Role, Pattern> TITLES =
      Map.of(
          Role.COMMENTARY,
          words(
              "comment(ary|aries|aire|aires|ario|arios)?|kommentar|commento|комментари\\p{L}*|解説"),
          Role.AUDIO_DESCRIPTION,
          words(
              "audio[ -]?descri(ption|bed|zione|ción|ção)|audiodeskription|hörfilm"
                  + "|descriptive( audio| video)?|described video|тифлокомментарий"),
          Role.KARAOKE,
          words("karaoke|カラオケ"),
          Role.SIGN_LANGUAGE,
          words(
              "sign(ed)?[ -]?language|signed|gebärdensprache|langue des signes|lengua de signos"
                  + "|asl|bsl|dgs|lsf"));

  private final List<Stream> streams;
  private final TrackChoice asked;

  FilmTracks(List<Stream> streams, TrackChoice asked) {
    this.streams = streams;
    this.asked = asked;
  }

  private static Pattern words(String of) {
    return Pattern.compile(
        "(?<!\\p{L})(" + of + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * @throws UnusableInputException where there is no picture that can be decoded
   */
  Stream picture() {
    List<Stream> all = of(Kind.PICTURE);
    Optional<Stream> named = asked(Kind.PICTURE);
    if (named.isPresent()) {
      return named.get();
    }
    long largest =
        all.stream().filter(s -> !isStill(s)).mapToLong(FilmTracks::pixels).max().orElse(0);
    List<Stream> moving = all.stream().filter(s -> !s.set("attached_pic")).toList();
    return moving.stream()
        .filter(FilmTracks::decodable)
        .min(
            Comparator.comparing(this::isStill)
                .thenComparing(this::isForAFew)
                .thenComparing(s -> pixels(s) < PREVIEW_SHARE * largest)
                .thenComparing(usual()))
        .orElseThrow(() -> refusal(moving));
  }

  @Nullable Stream sound() {
    return asked(Kind.SOUND)
        .or(
            () ->
                of(Kind.SOUND).stream()
                    .filter(s -> s.channels() > 0)
                    .min(Comparator.comparing(this::isForAFew).thenComparing(usual())))
        .orElse(null);
  }

  /** Subtitles made of text, and of all that is said. */
  @Nullable Stream text() {
    Optional<Stream> named = asked(Kind.SUBTITLES);
    named
        .filter(s -> !isText(s))
        .ifPresent(
            s -> {
              throw new UnusableInputException(
                  Reason.NO_SUCH_TRACK,
                  "subtitle track " + asked.subtitles() + " is made of pictures, not of text");
            });
    return named
        .or(
            () ->
                of(Kind.SUBTITLES).stream()
                    .filter(s -> isText(s) && !s.set("forced"))
                    .min(Comparator.comparing(this::isForAFew).thenComparing(usual())))
        .orElse(null);
  }

  /** All of them, those among them that are read marked. */
  List<Track> list(Stream picture, @Nullable Stream sound, @Nullable Stream text) {
    List<Track> tracks = new ArrayList<>();
    int[] numbers = new int[Kind.values().length];
    for (Stream stream : streams) {
      @Nullable Kind kind = kind(stream);
      if (kind != null) {
        boolean chosen = stream.equals(picture) || stream.equals(sound) || stream.equals(text);
        tracks.add(
            new Track(
                kind,
                ++numbers[kind.ordinal()],
                Objects.requireNonNullElse(stream.codecName(), "unknown"),
                language(stream),
                title(stream),
                kind == Kind.SOUND ? stream.channels() : null,
                List.copyOf(roles(stream)),
                chosen));
      }
    }
    return List.copyOf(tracks);
  }

  private Optional<Stream> asked(Kind kind) {
    @Nullable Integer number = asked.of(kind);
    if (number == null) {
      return Optional.empty();
    }
    List<Stream> all = of(kind);
    if (number < 1 || number > all.size()) {
      String word = kind == Kind.SUBTITLES ? "subtitle" : kind.label();
      String has =
          switch (all.size()) {
            case 0 -> "no " + word + " track";
            case 1 -> "one " + word + " track";
            default -> all.size() + " " + word + " tracks";
          };
      throw new UnusableInputException(
          Reason.NO_SUCH_TRACK, "number " + number + " was asked for, it has " + has);
    }
    return Optional.of(all.get(number - 1));
  }

  private List<Stream> of(Kind kind) {
    return streams.stream().filter(s -> kind(s) == kind).toList();
  }

  private static @Nullable Kind kind(Stream stream) {
    return switch (Objects.requireNonNullElse(stream.codecType(), "")) {
      case "video" -> Kind.PICTURE;
      case "audio" -> Kind.SOUND;
      case "subtitle" -> Kind.SUBTITLES;
      default -> null;
    };
  }

  /** The track marked as the usual one before others, then the original; dubbed ones at last. */
  private static Comparator<Stream> usual() {
    return Comparator.comparing((Stream s) -> !s.set("default"))
        .thenComparing(s -> !s.set("original"))
        .thenComparing(s -> s.set("dub"));
  }

  private static boolean isText(Stream stream) {
    return stream.codecName() != null && Track.isText(stream.codecName());
  }

  private boolean isForAFew(Stream stream) {
    return roles(stream).stream().anyMatch(FOR_A_FEW::contains);
  }

  /** Marked as one, or a single picture beside a film. */
  private boolean isStill(Stream stream) {
    boolean single =
        "1".equals(stream.nbFrames())
            || PICTURES.contains(Objects.requireNonNullElse(stream.codecName(), ""))
                && of(Kind.PICTURE).stream()
                    .anyMatch(s -> !PICTURES.contains(String.valueOf(s.codecName())));
    return single || roles(stream).contains(Role.STILL);
  }

  private static Set<Role> roles(Stream stream) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    ROLES.forEach(
        (flag, role) -> {
          if (stream.set(flag)) {
            roles.add(role);
          }
        });
    @Nullable String title = stream.tag("title");
    @Nullable String handler = stream.tag("handler_name");
    String named =
        Objects.requireNonNullElse(title, "") + "\n" + Objects.requireNonNullElse(handler, "");
    TITLES.forEach(
        (role, words) -> {
          boolean possible = role != Role.SIGN_LANGUAGE || kind(stream) == Kind.PICTURE;
          if (possible && words.matcher(named).find()) {
            roles.add(role);
          }
        });
    return roles;
  }

  private static @Nullable String language(Stream stream) {
    @Nullable String language = stream.tag("language");
    return language == null || language.toLowerCase(Locale.ROOT).equals("und") ? null : language;
  }

  private static @Nullable String title(Stream stream) {
    @Nullable String title = stream.tag("title");
    return title == null || title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, LONGEST_TITLE);
  }

  private static long pixels(Stream stream) {
    return (long) stream.width() * stream.height();
  }

  private static boolean decodable(Stream stream) {
    return stream.codecName() != null && stream.pixFmt() != null && stream.width() > 0;
  }

  private UnusableInputException refusal(List<Stream> pictures) {
    if (!pictures.isEmpty()) {
      Stream first = pictures.get(0);
      @Nullable String name = first.codecName();
      return new UnusableInputException(
          Reason.UNSUPPORTED_CODEC,
          name == null || name.equals("none")
              ? Objects.requireNonNullElse(first.codecTagString(), "")
              : name);
    }
    if (!of(Kind.SOUND).isEmpty()) {
      return new UnusableInputException(Reason.NO_VIDEO);
    }
    boolean words = !of(Kind.SUBTITLES).isEmpty();
    return words
        ? new UnusableInputException(Reason.NO_STREAMS, "it is a file of subtitles")
        : new UnusableInputException(Reason.NO_STREAMS);
  }
}
