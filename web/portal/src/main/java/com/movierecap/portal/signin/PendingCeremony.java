package com.movierecap.portal.signin;

import com.movierecap.identity.factor.Ceremony;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The making or showing of a passkey that a session is in. Its browser gets the question with the
 * page, talks to its owner, and has five minutes to send the answer; a newer one takes its place.
 */
public record PendingCeremony(Ceremony ceremony, boolean making, Instant until)
    implements Serializable {
  private static final String KEY = PendingCeremony.class.getName();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** At the host that the browser has asked; the rest of its address is the page's. */
  public static Ceremony next() {
    return Ceremony.begin(host(), origins(external().getRequestServerPort()));
  }

  /** As {@link Ceremony#host}. */
  public static String host() {
    return external().getRequestServerName().toLowerCase(Locale.ROOT);
  }

  /** Where a proxy speaks TLS for us, the browser has seen https. */
  private static Set<String> origins(int port) {
    var known = port == HTTPS || port == HTTP;
    var here = external().getRequestScheme() + "://" + host() + (known ? "" : ":" + port);
    return Stream.of(here, "https://" + host()).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Hands the question to the page, whose form holds it for {@code passkeys.js}.
   *
   * @param making whether one is to be made, by somebody who may
   */
  public static void ask(Ceremony ceremony, String question, boolean making) {
    var until = Instant.now(Clock.systemUTC()).plus(PATIENCE);
    external().getSessionMap().put(KEY, new PendingCeremony(ceremony, making, until));
    external().getRequestMap().put("passkeyQuestion", question);
  }

  /**
   * What was begun, once.
   *
   * @param making as it was begun
   * @throws ProblemException where nothing was, or it took too long
   */
  public static Ceremony take(boolean making) {
    var begun = (PendingCeremony) external().getSessionMap().remove(KEY);
    if (begun == null
        || begun.making() != making
        || Instant.now(Clock.systemUTC()).isAfter(begun.until())) {
      throw new ProblemException(ProblemType.SIGN_IN_EXPIRED);
    }
    return begun.ceremony();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
