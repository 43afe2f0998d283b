/** Tenants in operators' hands, and what a tenant says of itself: domains, archives, usage. */
@NullMarked
package com.movierecap.api.tenancy;

import org.jspecify.annotations.NullMarked;
