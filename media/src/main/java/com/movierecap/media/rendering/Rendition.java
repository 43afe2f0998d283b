package com.movierecap.media.rendering;

import com.movierecap.media.CutLimit;
import com.movierecap.media.OutputFile;
import com.movierecap.media.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was rendered.
 *
 * @param timeline the picks as they are shown
 * @param lengthSeconds of the recap, as written
 * @param wantedSeconds length of the timeline that was asked for
 * @param cutLimit why a lossless recap was cut at keyframes only; null where its cuts are exact
 * @param loudnessLufs integrated loudness of the recap; -70 where silent
 * @param outputs the files written
 */
public record Rendition(
    Timeline timeline,
    double lengthSeconds,
    double wantedSeconds,
    @Nullable CutLimit cutLimit,
    double loudnessLufs,
    List<OutputFile> outputs) {}
