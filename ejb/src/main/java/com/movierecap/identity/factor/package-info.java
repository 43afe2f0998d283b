/**
 * What people show besides their password. Knows accounts, and nothing of the sessions that it
 * opens.
 */
@NullMarked
package com.movierecap.identity.factor;

import org.jspecify.annotations.NullMarked;
