/** The recap's cut list for editing suites, and all files that go out with a recap. */
@NullMarked
package com.movierecap.media.export;

import org.jspecify.annotations.NullMarked;
