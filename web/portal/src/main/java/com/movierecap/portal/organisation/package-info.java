/** An organisation as its own administrators see it: what it uses, its host names, its data. */
@NullMarked
package com.movierecap.portal.organisation;

import org.jspecify.annotations.NullMarked;
