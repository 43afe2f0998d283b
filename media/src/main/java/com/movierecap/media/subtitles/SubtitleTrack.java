package com.movierecap.media.subtitles;

/**
 * The words of one of a film's own tracks.
 *
 * @param number of the track among the film's subtitles, from 1
 * @param words on the film's clock, as they are written
 */
public record SubtitleTrack(int number, Subtitles words) {}
