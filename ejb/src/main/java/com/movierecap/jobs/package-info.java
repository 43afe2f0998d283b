/**
 * Work that takes longer than a request: a durable queue, and the forked process that does what is
 * dangerous. The {@link com.movierecap.jobs.Job} row is the truth about state, stage and attempt;
 * db-scheduler's row only says when to look at it. Must not know what a job is about: a {@link
 * com.movierecap.jobs.JobHandler} of the feature does, and news of the end travels to the features
 * as CDI events.
 */
@NullMarked
package com.movierecap.jobs;

import org.jspecify.annotations.NullMarked;
