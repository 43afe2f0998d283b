/**
 * What is typed where production runs, as one jar that needs no source tree: {@code java -jar
 * recap-tools.jar}. It brings the database up to date, rotates the keys of access tokens, invites
 * who runs the platform and checks the audit log. Each command reads the environment variables that
 * the servers read, so no secret stands in a list of processes, and prints none.
 */
@NullMarked
package com.movierecap.tools;

import org.jspecify.annotations.NullMarked;
