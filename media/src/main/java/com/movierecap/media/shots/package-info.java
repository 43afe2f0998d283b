/**
 * Finds where one shot ends and the next begins: by hard cuts to the picture, by fades and
 * dissolves over a stretch.
 */
@NullMarked
package com.movierecap.media.shots;

import org.jspecify.annotations.NullMarked;
