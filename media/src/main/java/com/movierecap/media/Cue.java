package com.movierecap.media;

/** One subtitle: plain text without markup, lines parted by {@code \n}. */
public record Cue(double startSeconds, double endSeconds, String text) {}
