/**
 * How records become JSON and are read again, the same way everywhere: in the engine's files and
 * its worker's lines, in the database's columns, in the API. Knows none of the records.
 */
@NullMarked
package com.movierecap.json;

import org.jspecify.annotations.NullMarked;
