package com.movierecap.identity;

/**
 * Somebody who has proven who they are.
 *
 * @param factored whether with a second factor
 */
public record Entrance(Account account, boolean factored) {}
