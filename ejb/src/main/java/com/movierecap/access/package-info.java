/**
 * Who asks, for which tenant, and whether they may: {@link com.movierecap.access.CallContext} holds
 * it for a thread, {@link com.movierecap.access.TenantSessionListener} tells EclipseLink and
 * PostgreSQL whose rows there are, and {@link com.movierecap.access.AllowedTo} says of each service
 * who may call it. Knows roles, and no accounts.
 */
@NullMarked
package com.movierecap.access;

import org.jspecify.annotations.NullMarked;
