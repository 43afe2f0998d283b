package com.movierecap.media;

import java.util.List;

/**
 * Neighbouring shots that belong together.
 *
 * @param firstShot index of its first shot
 * @param lastShot index of its last shot, inclusive
 * @param keywords the words that set it apart from the other scenes, best first; may be empty
 */
public record Scene(
    int index,
    double startSeconds,
    double endSeconds,
    int firstShot,
    int lastShot,
    List<String> keywords) {}
