package com.movierecap.portal.library;

import java.io.Serializable;

/** A subtitle file that waits in the view for its film: they go in together. */
record Subtitles(String fileName, byte[] bytes) implements Serializable {}
