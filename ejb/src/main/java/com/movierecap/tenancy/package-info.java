/**
 * Who the customer is: a tenant's life, its names, how a request finds it, its settings and its
 * end. Tenants' own requests use the service's role in the database; {@link
 * com.movierecap.tenancy.Tenants}, {@link com.movierecap.tenancy.TenantSettingsAdministration} and
 * {@link com.movierecap.tenancy.TenantEraser} use the operators'. Must not know what tenants do,
 * nor who their people are: whoever does observes {@link com.movierecap.tenancy.TenantEvent}.
 */
@NullMarked
package com.movierecap.tenancy;

import org.jspecify.annotations.NullMarked;
