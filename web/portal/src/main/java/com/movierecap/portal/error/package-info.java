/**
 * What a page says when something was wrong: notices on the page, and the error pages. Same words
 * as the API's problems.
 */
@NullMarked
package com.movierecap.portal.error;

import org.jspecify.annotations.NullMarked;
