package com.movierecap.media.shots;

import com.movierecap.media.Shot.Transition;

/**
 * Where a shot begins.
 *
 * @param look number of the first decoded picture of the new shot
 */
public record Boundary(int look, Transition transition) {}
