/**
 * Who the customer is, and the locks between customers. Owns the tenant's life and the binding of a
 * tenant to a thread and from there to every transaction: {@link
 * com.movierecap.tenancy.TenantContext} says who, {@link
 * com.movierecap.tenancy.TenantSessionListener} tells EclipseLink and PostgreSQL. Must not know
 * what tenants do.
 */
@NullMarked
package com.movierecap.tenancy;

import org.jspecify.annotations.NullMarked;
