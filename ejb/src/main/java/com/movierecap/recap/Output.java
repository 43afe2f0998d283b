package com.movierecap.recap;

import java.util.Arrays;
import java.util.Optional;

/** The files a rendering leaves, in the order they are offered. */
public enum Output {
  RECAP_MP4("recap.mp4", "video/mp4"),
  RECAP_VTT("recap.vtt", "text/vtt; charset=UTF-8"),
  RECAP_JSON("recap.json", "application/json"),
  POSTER("poster.jpg", "image/jpeg"),
  STORYBOARD("storyboard.jpg", "image/jpeg"),
  STORYBOARD_CUES("storyboard.vtt", "text/vtt; charset=UTF-8"),
  SYNOPSIS("synopsis.txt", "text/plain; charset=UTF-8"),
  EDL("recap.edl", "text/plain; charset=UTF-8"),
  OTIO("recap.otio", "application/json");

  private final String fileName;
  private final String mediaType;

  Output(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<Output> of(String fileName) {
    return Arrays.stream(values()).filter(o -> o.fileName.equals(fileName)).findFirst();
  }
}
