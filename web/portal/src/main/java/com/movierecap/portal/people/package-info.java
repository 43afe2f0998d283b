/** An organisation's people, as its administrators look after them. */
@NullMarked
package com.movierecap.portal.people;

import org.jspecify.annotations.NullMarked;
