/**
 * Cuts a film without encoding it again but at the edges of a cut: its packets are copied, and the
 * few pictures between a keyframe and the cut are encoded as the film is (ADR 011).
 */
@NullMarked
package com.movierecap.media.rendering.lossless;

import org.jspecify.annotations.NullMarked;
