package com.movierecap.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a film is made of.
 *
 * @param durationSeconds from the first picture to the end of the last
 * @param width in pixels as shown, after rotation
 * @param height in pixels as shown, after rotation
 * @param frameRate pictures a second, from decoded timestamps
 * @param videoCodec FFmpeg's short name, such as {@code h264}
 * @param audioCodec FFmpeg's short name, or null where the film is silent
 * @param area the picture without black bars
 * @param keyframeSeconds where the film can be cut without encoding it again, in order
 * @param warnings what is odd about the film and was overcome, one English sentence each
 */
public record MovieInfo(
    double durationSeconds,
    int width,
    int height,
    double frameRate,
    String videoCodec,
    @Nullable String audioCodec,
    PictureArea area,
    List<Double> keyframeSeconds,
    List<String> warnings) {}
