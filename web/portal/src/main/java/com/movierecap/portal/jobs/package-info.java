/** How far a job is, as a page shows it. */
@NullMarked
package com.movierecap.portal.jobs;

import org.jspecify.annotations.NullMarked;
