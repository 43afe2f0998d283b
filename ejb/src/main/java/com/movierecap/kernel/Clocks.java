package com.movierecap.kernel;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** What time it is, for whatever it is injected into: asked in one place, in UTC. */
@Dependent
public class Clocks {
  @Produces
  static Clock utc() {
    return Clock.systemUTC();
  }
}
