/**
 * Finds lettering on plain ground: title cards and credits, which tell a story's borders but
 * nothing of it.
 */
@NullMarked
package com.movierecap.media.titles;

import org.jspecify.annotations.NullMarked;
