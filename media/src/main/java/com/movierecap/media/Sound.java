package com.movierecap.media;

import java.util.List;

/**
 * What is heard.
 *
 * @param loudnessLufs integrated loudness by ITU-R BS.1770-4; -70 for a silent film
 * @param rangeLu loudness range by EBU Tech 3342, in LU
 * @param truePeakDbtp highest true peak by BS.1770-4, annex 2, in dBTP
 * @param silences stretches quieter than the film's own floor, in order
 * @param speech stretches in which somebody speaks, by the sound alone, in order
 */
public record Sound(
    double loudnessLufs,
    double rangeLu,
    double truePeakDbtp,
    List<TimeRange> silences,
    List<TimeRange> speech) {}
