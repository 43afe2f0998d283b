/**
 * Who the customer is: a tenant's life, its names, how a request finds it, its settings and its
 * end. Tenants' own requests use the service's role in the database; {@link
 * com.movierecap.tenancy.TenantAdministration} uses the operators'. Must not know what tenants do.
 */
@NullMarked
package com.movierecap.tenancy;

import org.jspecify.annotations.NullMarked;
