package com.movierecap.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The command behind {@code ops/keys/rotate}: another key signs access tokens, and no request fails
 * for it. What it is called with is said there.
 */
public final class RotateKeys {
  /** Of an access token, with what the clocks of two nodes may differ, both as in server.xml. */
  private static final Duration TOKENS_LIVE = Duration.ofSeconds(600 + 30);

  private static final Set<String> STEPS = Set.of("rotate", "prepare", "switch", "status");

  private final SigningKeystore keystore;
  private final Duration wait;
  private final boolean force;

  private RotateKeys(SigningKeystore keystore, Duration wait, boolean force) {
    this.keystore = keystore;
    this.wait = wait;
    this.force = force;
  }

  /** Exits with 0 where the step is done, 1 where it is not, 2 where the call is wrong. */
  public static void main(String[] args) throws InterruptedException {
    String step = "rotate";
    Duration wait = Duration.ofMinutes(2);
    boolean force = false;
    Deque<String> left = new ArrayDeque<>(List.of(args));
    while (!left.isEmpty()) {
      String word = left.remove();
      if (word.equals("--force")) {
        force = true;
      } else if (word.equals("--wait") && !left.isEmpty() && left.peek().matches("\\d{1,6}")) {
        wait = Duration.ofSeconds(Long.parseLong(left.remove()));
      } else if (STEPS.contains(word)) {
        step = word;
      } else {
        System.err.println(
            "usage: ops/keys/rotate [prepare|switch|status] [--wait SECONDS] [--force]");
        System.exit(2);
      }
    }
    SigningKeystore keystore =
        new SigningKeystore(Path.of(required("JWT_KEYSTORE")), required("JWT_KEYSTORE_PASSWORD"));
    try {
      new RotateKeys(keystore, wait, force).run(step);
    } catch (StartupFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(String step) throws InterruptedException {
    switch (step) {
      case "prepare" -> {
        prepare();
        System.out.printf(
            "Wait until every node has this file, then: ops/keys/rotate switch (from %s).%n",
            shown(keystore.since(SigningKeystore.NEXT).orElseThrow().plus(wait)));
      }
      case "switch" -> switchOver();
      case "rotate" -> {
        prepare();
        pause();
        switchOver();
      }
      default -> status();
    }
  }

  private void prepare() {
    if (keystore.since(SigningKeystore.NEXT).isPresent()) {
      System.out.printf("The next key is there: %s.%n", keystore.name(SigningKeystore.NEXT));
      return;
    }
    // a node that sees the file late has signed with the previous key until then
    keystore
        .since(SigningKeystore.PREVIOUS)
        .ifPresent(
            since ->
                notBefore(
                    since.plus(TOKENS_LIVE).plus(wait),
                    "tokens of the previous key are still in use"));
    keystore.prepare();
    System.out.printf(
        "The next key is accepted and published, and does not sign yet: %s.%n",
        keystore.name(SigningKeystore.NEXT));
  }

  private void pause() throws InterruptedException {
    Duration left = Duration.between(now(), known());
    if (!force && left.compareTo(Duration.ZERO) > 0) {
      System.out.printf("Waiting until %s, for every node to know it.%n", shown(known()));
      Thread.sleep(left.toMillis());
    }
  }

  private void switchOver() {
    if (keystore.since(SigningKeystore.NEXT).isEmpty()) {
      throw new StartupFailure("There is no next key. First: ops/keys/rotate prepare");
    }
    notBefore(known(), "not every node knows the next key yet");
    keystore.switchOver();
    System.out.printf(
        "%s signs. Tokens of %s are good until the next key is prepared: not before %s.%n",
        keystore.name(SigningKeystore.SIGNS),
        keystore.name(SigningKeystore.PREVIOUS),
        shown(keystore.since(SigningKeystore.PREVIOUS).orElseThrow().plus(TOKENS_LIVE).plus(wait)));
  }

  /** When every node knows the next key. */
  private Instant known() {
    return keystore.since(SigningKeystore.NEXT).orElseThrow().plus(wait);
  }

  private void notBefore(Instant time, String why) {
    if (now().isBefore(time) && !force) {
      throw new StartupFailure(
          "Not before %s: %s. --force does it now, and whoever holds such a token has to refresh it."
              .formatted(shown(time), why));
    }
  }

  private void status() {
    for (String alias :
        List.of(SigningKeystore.SIGNS, SigningKeystore.NEXT, SigningKeystore.PREVIOUS)) {
      keystore
          .since(alias)
          .ifPresent(
              since ->
                  System.out.printf(
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

  private static String required(String variable) {
    String value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(variable + " is not set");
    }
    return value;
  }
}
