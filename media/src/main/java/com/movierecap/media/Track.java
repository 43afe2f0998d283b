package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of a film's pictures, sounds or subtitles.
 *
 * @param number among the film's tracks of its kind, from 1
 * @param codec FFmpeg's short name, such as {@code aac}
 * @param language as the film tells it, such as {@code eng}; null where it tells none
 * @param title as the film tells it, or null
 * @param channels of a sound; null for the other kinds
 * @param roles what the film says the track is for; may be empty
 * @param chosen whether this is the one that is read
 */
public record Track(
    Kind kind,
    int number,
    String codec,
    @Nullable String language,
    @Nullable String title,
    @Nullable Integer channels,
    List<Role> roles,
    boolean chosen) {

  /** FFmpeg's names of subtitles that are not made of pictures. */
  private static final Set<String> TEXT =
      Set.of("mov_text", "text", "subrip", "srt", "webvtt", "ass", "ssa");

  public Track {
    roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
  }

  /** Subtitles made of text; others are made of pictures. */
  @JsonIgnore
  public boolean isText() {
    return kind == Kind.SUBTITLES && isText(codec);
  }

  /** Whether subtitles of that codec are made of text. */
  public static boolean isText(String codec) {
    return TEXT.contains(codec);
  }

  /** The same, read or not. */
  Track marked(boolean read) {
    return new Track(kind, number, codec, language, title, channels, roles, read);
  }

  /** What is seen, heard or read. */
  public enum Kind {
    PICTURE("picture"),
    SOUND("sound"),
    SUBTITLES("subtitles");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @JsonValue
    public String label() {
      return label;
    }

    @JsonCreator
    public static Kind of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** What a track is for. */
  public enum Role {
    DEFAULT,
    ORIGINAL,
    DUB,
    COMMENTARY,
    /** A voice tells what is seen. */
    AUDIO_DESCRIPTION,
    HEARING_IMPAIRED,
    /** Music without its singing, or the words to be sung. */
    KARAOKE,
    SIGN_LANGUAGE,
    /** Only what is said in foreign languages. */
    FORCED,
    /** Cover art, a thumbnail. */
    STILL;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Role of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
