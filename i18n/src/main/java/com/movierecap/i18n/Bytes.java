package com.movierecap.i18n;

/**
 * A size that {@link Messages} writes in decimal units, three figures at most: {@code 1.4 GB}.
 *
 * @param count at least 0
 */
public record Bytes(long count) {}
