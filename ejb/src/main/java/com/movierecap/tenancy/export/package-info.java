/**
 * All that a tenant has as one archive: rows as JSON lines, media as they lie in the store. Knows
 * no table and no feature by name, so that what is added tomorrow is exported tomorrow.
 */
@NullMarked
package com.movierecap.tenancy.export;

import org.jspecify.annotations.NullMarked;
