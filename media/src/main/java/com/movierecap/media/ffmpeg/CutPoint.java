package com.movierecap.media.ffmpeg;

/**
 * A keyframe, as a place where a film can be cut without encoding it again; times in seconds of the
 * film's own clock, whose zero is the first picture.
 *
 * @param in when the keyframe is shown: here a range may begin
 * @param out where a range may end: at the keyframe itself, or, where its group of pictures is
 *     open, at the first of the pictures that are shown before the keyframe but need it
 */
public record CutPoint(double in, double out) {}
