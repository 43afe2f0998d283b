/**
 * What tenants used, as records that can be billed: one for each job and meter, written in the
 * transaction that ends the job. Hears of jobs; nobody asks it to record.
 */
@NullMarked
package com.movierecap.usage;

import org.jspecify.annotations.NullMarked;
