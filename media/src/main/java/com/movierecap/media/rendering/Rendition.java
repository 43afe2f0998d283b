package com.movierecap.media.rendering;

import com.movierecap.media.OutputFile;
import com.movierecap.media.Timeline;
import java.util.List;

/**
 * What was rendered.
 *
 * @param timeline the picks as they are shown
 * @param lengthSeconds of the recap, as written
 * @param wantedSeconds length of the timeline that was asked for
 * @param loudnessLufs integrated loudness of the recap; -70 where silent
 * @param outputs the files written
 */
public record Rendition(
    Timeline timeline,
    double lengthSeconds,
    double wantedSeconds,
    double loudnessLufs,
    List<OutputFile> outputs) {}
