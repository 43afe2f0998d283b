/**
 * Who is signed in, for which tenant, and what they may do. The container's sign-in mechanism lies
 * here, in this WAR, so that the API keeps its own.
 */
@NullMarked
package com.movierecap.portal.identity;

import org.jspecify.annotations.NullMarked;
