/**
 * Single sign-on by OpenID Connect: a tenant's own provider says who its people are. Owns what
 * tenants configure, the way to the provider and back, and which account somebody is whom it sends.
 * Knows nothing of tenancy: what it needs of a tenant's proven names it reads by itself.
 */
@NullMarked
package com.movierecap.identity.sso;

import org.jspecify.annotations.NullMarked;
