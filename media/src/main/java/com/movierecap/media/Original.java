package com.movierecap.media;

import org.jspecify.annotations.Nullable;

/**
 * How the film's own file holds it, for editing suites that link to that file.
 *
 * @param width in pixels as stored; as shown where the picture is stored turned
 * @param height in pixels as stored; as shown where the picture is stored turned
 * @param pixelWidth of a pixel's shape: 64 of 64:45, 1 of square ones
 * @param pixelHeight of a pixel's shape
 * @param channels of the sound that is read; 0 where the film is silent
 * @param sampleRate samples a second; 0 where the film is silent
 * @param timecode of the first picture; null where the film tells none
 */
public record Original(
    int width,
    int height,
    int pixelWidth,
    int pixelHeight,
    int channels,
    int sampleRate,
    @Nullable Timecode timecode) {

  public boolean squarePixels() {
    return pixelWidth == pixelHeight;
  }
}
