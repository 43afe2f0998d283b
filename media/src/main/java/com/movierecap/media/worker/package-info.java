/**
 * The two programs of this module: {@link com.movierecap.media.worker.Worker}, which the service
 * forks for every job, and {@link com.movierecap.media.worker.RecapCommand}, the {@code recap}
 * command. {@link com.movierecap.media.worker.Engine} is what both do.
 */
@NullMarked
package com.movierecap.media.worker;

import org.jspecify.annotations.NullMarked;
