package com.movierecap.portal.session;

import com.movierecap.identity.session.SessionLimits;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When this session's owner last did something, in whichever of their pages, and what follows from
 * that. What a page asks by itself is none of their doing.
 */
@Named("presence")
@SessionScoped
public class IdleTimer implements Serializable {
  private static final Duration AFTER = Duration.ofMinutes(5);

  @Inject private SessionLimits limits;
  @Inject private SignedIn signedIn;

  private volatile Instant acted = now();

  /** The session is somebody's from here on. It outlives its own end, so that it can say why. */
  void begin(HttpSession session) {
    act();
    session.setMaxInactiveInterval((int) limits.idle().plus(AFTER).toSeconds());
  }

  public void act() {
    acted = now();
  }

  Optional<SessionEnd> over() {
    if (left().idle().isNegative()) {
      return Optional.of(SessionEnd.IDLE);
    }
    return left().longest().isNegative() ? Optional.of(SessionEnd.LONGEST) : Optional.empty();
  }

  /**
   * How long it still goes on; negative where it does not.
   *
   * @param idle while nobody does anything
   * @param longest whatever they do
   */
  public record Left(Duration idle, Duration longest) {}

  public Left left() {
    var now = now();
    return new Left(
        Duration.between(now, acted.plus(limits.idle())), Duration.between(now, signedIn.until()));
  }

  /** For so many seconds nothing needs to be announced. */
  public long getQuiet() {
    var left = left();
    var next = left.idle().compareTo(left.longest()) < 0 ? left.idle() : left.longest();
    return Math.max(0, next.minus(limits.notice()).toSeconds());
  }

  /** For so many seconds it is announced that the session will end. */
  public long getNotice() {
    return limits.notice().toSeconds();
  }

  private static Instant now() {
    return Instant.now(Clock.systemUTC());
  }
}
