package com.movierecap.tools;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The steps by which another key comes to sign access tokens.
 *
 * @param patience how long the slowest node takes to see a changed file
 * @param force also where a request breaks
 */
record KeyRotation(SigningKeystore keystore, Duration patience, boolean force, PrintWriter out) {
  /** Of an access token, with what the clocks of two nodes may differ, both as in server.xml. */
  private static final Duration TOKENS_LIVE = Duration.ofSeconds(600 + 30);

  /** Both steps with the wait between them. */
  void rotate() throws InterruptedException {
    prepare();
    pause();
    switchOver();
  }

  void prepareOnly() {
    prepare();
    out.printf(
        "Wait until every node has this file, then: rotate-keys switch (from %s).%n",
        shown(known()));
  }

  private void prepare() {
    if (keystore.since(SigningKeystore.NEXT).isPresent()) {
      out.printf("The next key is there: %s.%n", keystore.name(SigningKeystore.NEXT));
      return;
    }
    // a node that sees the file late has signed with the previous key until then
    keystore
        .since(SigningKeystore.PREVIOUS)
        .ifPresent(
            since ->
                notBefore(
                    since.plus(TOKENS_LIVE).plus(patience),
                    "tokens of the previous key are still in use"));
    keystore.prepare();
    out.printf(
        "The next key is accepted and published, and does not sign yet: %s.%n",
        keystore.name(SigningKeystore.NEXT));
  }

  private void pause() throws InterruptedException {
    Duration left = Duration.between(now(), known());
    if (!force && left.compareTo(Duration.ZERO) > 0) {
      out.printf("Waiting until %s, for every node to know it.%n", shown(known()));
      Thread.sleep(left.toMillis());
    }
  }

  void switchOver() {
    if (keystore.since(SigningKeystore.NEXT).isEmpty()) {
      throw new CommandFailure("There is no next key. First: rotate-keys prepare");
    }
    notBefore(known(), "not every node knows the next key yet");
    keystore.switchOver();
    out.printf(
        "%s signs. Tokens of %s are good until the next key is prepared: not before %s.%n",
        keystore.name(SigningKeystore.SIGNS),
        keystore.name(SigningKeystore.PREVIOUS),
        shown(
            keystore
                .since(SigningKeystore.PREVIOUS)
                .orElseThrow()
                .plus(TOKENS_LIVE)
                .plus(patience)));
  }

  /** When every node knows the next key. */
  private Instant known() {
    return keystore.since(SigningKeystore.NEXT).orElseThrow().plus(patience);
  }

  private void notBefore(Instant time, String why) {
    if (now().isBefore(time) && !force) {
      throw new CommandFailure(
          "Not before %s: %s. --force does it now, and whoever holds such a token has to refresh it."
              .formatted(shown(time), why));
    }
  }

  void status() {
    for (String alias :
        List.of(SigningKeystore.SIGNS, SigningKeystore.NEXT, SigningKeystore.PREVIOUS)) {
      keystore
          .since(alias)
          .ifPresent(
              since ->
                  out.printf(
                      "%-8s %s since %s%n",
                      alias.equals(SigningKeystore.SIGNS) ? "signs" : alias,
                      keystore.name(alias),
                      shown(since)));
    }
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static Instant shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
