/** Bodies as JSON. */
@NullMarked
package com.movierecap.api.json;

import org.jspecify.annotations.NullMarked;
