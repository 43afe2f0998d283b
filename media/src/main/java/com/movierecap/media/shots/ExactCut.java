package com.movierecap.media.shots;

import com.movierecap.media.Shot.Transition;

/**
 * Where a shot begins, to the picture.
 *
 * @param frame index among all pictures of the film
 * @param look first decoded picture of the shot
 */
public record ExactCut(int frame, int look, Transition transition) {}
