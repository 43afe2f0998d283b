package com.movierecap.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long people stay signed in: since they signed in, and without doing anything. */
@ApplicationScoped
public class SessionLimits {
  private static final Duration PROGRAM = Duration.ofDays(60);

  /** So long a session's row outlives its owner's silence: it is seen to the minute. */
  private static final Duration GLANCE = Duration.ofMinutes(1);

  private final Duration idle;
  private final Duration longest;
  private final Duration notice;

  /** For the container's proxy. */
  protected SessionLimits() {
    this(Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  @Inject
  SessionLimits(
      @ConfigProperty(name = "identity.session.idle") Duration idle,
      @ConfigProperty(name = "identity.session.longest") Duration longest,
      @ConfigProperty(name = "identity.session.notice") Duration notice) {
    this.idle = idle;
    this.longest = longest;
    this.notice = notice;
  }

  /** For so long somebody may do nothing in the portal. */
  public Duration idle() {
    return idle;
  }

  /** For so long before it happens a page tells that its session will end. */
  public Duration notice() {
    return notice;
  }

  Duration longest(SignIn.Kind kind) {
    return kind == SignIn.Kind.API ? PROGRAM : longest;
  }

  /** How long nothing was heard of a sign-in that is over. */
  Duration silence(SignIn.Kind kind) {
    return kind == SignIn.Kind.API ? PROGRAM : idle.plus(GLANCE);
  }
}
