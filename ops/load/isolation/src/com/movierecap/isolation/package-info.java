/**
 * What it costs that tenants are kept apart: the product against a copy of it without row-level
 * security, on the same data. {@link com.movierecap.isolation.Benchmark} is the whole run.
 */
package com.movierecap.isolation;
