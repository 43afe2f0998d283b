/**
 * Neural networks that the build may have fetched: where a film shows faces and where somebody
 * speaks. Everything here is at hand or absent, and who asks does without where it is absent.
 */
@NullMarked
package com.movierecap.media.models;

import org.jspecify.annotations.NullMarked;
