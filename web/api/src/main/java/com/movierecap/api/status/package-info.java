/** Whether the service and what it leans on are there, and what it can do. */
@NullMarked
package com.movierecap.api.status;

import org.jspecify.annotations.NullMarked;
