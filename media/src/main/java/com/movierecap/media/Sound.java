package com.movierecap.media;

import java.util.List;

/**
 * What is heard.
 *
 * @param loudnessLufs integrated loudness by ITU-R BS.1770-4; -70 for a silent film
 * @param silences stretches quieter than the film's own floor, in order
 */
public record Sound(double loudnessLufs, List<TimeRange> silences) {}
