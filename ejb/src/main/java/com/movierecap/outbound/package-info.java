/**
 * The way to the outside world, to whatever a customer names there: a provider that signs people
 * in, a name in DNS. Owns which addresses may be asked, and for how long and how much. Knows
 * nobody, and is never called inside a transaction.
 */
@NullMarked
package com.movierecap.outbound;

import org.jspecify.annotations.NullMarked;
