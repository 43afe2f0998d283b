/**
 * What every feature needs and no feature owns: the list of problems, identifiers, pages, roles,
 * and whose tenant a thread works for. {@link com.movierecap.kernel.TenantContext} says whose,
 * {@link com.movierecap.kernel.TenantSessionListener} tells EclipseLink and PostgreSQL. Knows
 * nothing of any feature.
 */
@NullMarked
package com.movierecap.kernel;

import org.jspecify.annotations.NullMarked;
