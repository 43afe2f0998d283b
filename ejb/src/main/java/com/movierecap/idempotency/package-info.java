/**
 * Requests that name themselves, so that sending one twice does it once: by tenant, account and
 * key.
 */
@NullMarked
package com.movierecap.idempotency;

import org.jspecify.annotations.NullMarked;
