/**
 * The description of the API, {@code /openapi}. Liberty reads paths and parameters from the
 * resources; what follows from rules (schemas, roles, problems, shared parameters) and what is best
 * read in one place ({@code openapi/<tag>.json}: examples, and problems that no rule tells) is
 * added here.
 */
@NullMarked
package com.movierecap.api.description;

import org.jspecify.annotations.NullMarked;
