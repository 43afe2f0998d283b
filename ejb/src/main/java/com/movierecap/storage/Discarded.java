package com.movierecap.storage;

/**
 * Objects that nobody can ask for any more once the transaction commits: fired as an event inside
 * it, they are deleted after it, and stay where it is rolled back.
 *
 * @param folder what their keys begin with, as {@link ObjectKey} makes it
 */
public record Discarded(String folder) {}
