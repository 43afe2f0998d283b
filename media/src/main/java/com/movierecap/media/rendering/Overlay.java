package com.movierecap.media.rendering;

import java.nio.file.Path;

/**
 * A picture laid over a cut's.
 *
 * @param png with transparency
 * @param x of its left edge
 * @param y of its upper edge
 * @param firstFrame of the cut's pictures that shows it
 * @param lastFrame the last one, inclusive
 */
record Overlay(Path png, int x, int y, long firstFrame, long lastFrame) {}
