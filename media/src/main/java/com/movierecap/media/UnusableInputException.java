package com.movierecap.media;

import java.util.Locale;

/** The customer's film, subtitles or wish cannot be used; the customer can mend it. */
public final class UnusableInputException extends RuntimeException {
  /** Why. The code is stable: it names the message in every language. */
  public enum Reason {
    EMPTY_FILE("The file is empty."),
    NOT_A_FILM("The file is not a film: its contents are no video container we know."),
    PLAYLIST("The file is a playlist, not a film."),
    NO_STREAMS("The file holds no picture and no sound."),
    NO_VIDEO("The file holds sound but no picture."),
    UNSUPPORTED_CODEC("The film's picture is in a codec we cannot read."),
    TRUNCATED("The film breaks off: a part of the file is missing."),
    DAMAGED("The film is damaged: too many of its pictures cannot be decoded."),
    TOO_SHORT("The film is shorter than two seconds."),
    NO_SUCH_TRACK("The film has no such track."),
    SUBTITLES_UNREADABLE("The subtitles are in no format we can read."),
    LENGTH_NOT_POSITIVE("The recap must be at least one second long."),
    LENGTH_TOO_LONG("The recap cannot be longer than the film."),
    LOCKED_TOO_LONG("The locked ranges are longer than the recap."),
    EXCLUDED_TOO_MUCH("Too much of the film is excluded for a recap of that length."),
    WATERMARK_UNREADABLE("The watermark is no PNG picture."),
    LOSSLESS_UNCHANGEABLE(
        "A lossless cut keeps the film's own picture: no other shape, no captions in it, no"
            + " watermark.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** In English, for a terminal; the service has its own words in twelve languages. */
    public String sentence() {
      return sentence;
    }

    /** For JSON and message keys: {@code no-video}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;

  public UnusableInputException(Reason reason, String detail) {
    super(detail.isEmpty() ? reason.sentence() : reason.sentence() + " (" + detail + ")");
    this.reason = reason;
  }

  public UnusableInputException(Reason reason) {
    this(reason, "");
  }

  public Reason reason() {
    return reason;
  }
}
