/**
 * The project's own demo film, drawn, composed and encoded by this package: nothing of it was
 * borrowed, so it may be shown, tested on and given away. {@link
 * com.movierecap.media.demo.DemoScript} is the story and its clock; the painters draw it, {@link
 * com.movierecap.media.demo.DemoSound} plays and speaks it.
 */
@NullMarked
package com.movierecap.media.demo;

import org.jspecify.annotations.NullMarked;
