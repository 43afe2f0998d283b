/**
 * Measures how well the engine does on films whose truth is known, beside what chance would reach.
 * Each group of figures is a class; {@link com.movierecap.media.evaluation.Evaluation} prints them
 * all.
 */
@NullMarked
package com.movierecap.media.evaluation;

import org.jspecify.annotations.NullMarked;
