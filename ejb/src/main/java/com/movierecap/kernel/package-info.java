/**
 * What every feature needs and no feature owns: the list of problems, identifiers and pages. Knows
 * nothing of any feature.
 */
@NullMarked
package com.movierecap.kernel;

import org.jspecify.annotations.NullMarked;
