/** Which tenant a request is for. */
@NullMarked
package com.movierecap.api.tenancy;

import org.jspecify.annotations.NullMarked;
