/**
 * The rules that the modules' ArchitectureTests share: what all of them are held to ({@link
 * com.movierecap.rules.HouseRules}), what both edges are ({@link com.movierecap.rules.EdgeRules}),
 * and the two tables that each module fills in itself, {@link com.movierecap.rules.Rooms} and
 * {@link com.movierecap.rules.Libraries}. A rule that finds nothing to check fails.
 */
@NullMarked
package com.movierecap.rules;

import org.jspecify.annotations.NullMarked;
