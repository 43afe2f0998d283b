package com.movierecap.identity;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.redis.RedisKey;
import com.movierecap.redis.RedisSlidingWindow;
import com.movierecap.redis.RedisSlidingWindow.Limit;
import com.movierecap.redis.RedisSlidingWindow.Try;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one rule on guessing: five tries in five minutes at what is one person's, a hundred from one
 * network, whoever they are aimed at, since offices share an address. The last of them are slowed,
 * each by twice as much as the one before; then there is a pause, which ends when the first of them
 * is five minutes ago, and never later. Each try is counted before it is looked at, so that guesses
 * at the same time are no more than guesses in turn, and whoever is right gets theirs back.
 *
 * <p>Nobody is kept out of their own account by strangers' guesses: a network from which an account
 * was entered within the last month has a counter of its own for it, and is not held to what others
 * there try at other accounts. All other networks share one counter, however many there are.
 *
 * <p>An answer during a pause is the same for right and wrong, and for accounts that do not exist.
 * A pause is written down once, when it begins. Without Redis there are no tries, see {@link
 * RedisSlidingWindow}.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class AttemptLimiter {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int QUICK = 3;
  private static final int MOST = 5;
  private static final int QUICK_FROM_ONE_NETWORK = 94;
  private static final int MOST_FROM_ONE_NETWORK = 100;
  private static final Duration FAMILIAR = Duration.ofDays(30);

  @Inject private RedisSlidingWindow attempts;
  @Inject private AuditService audit;

  /**
   * Looks at a secret of an account's.
   *
   * @param email as it was typed, whether there is such an account or not
   * @param look empty where the secret is wrong
   * @param wrong what is done then
   * @return empty where it is wrong
   * @throws ProblemException where too many were wrong, with this one or before: then it is not
   *     looked at
   */
  public <T> Optional<T> prove(
      AttemptKind what, String email, Supplier<Optional<T>> look, Runnable wrong) {
    var person = person(email);
    var network = Origin.current().network();
    if (!attempts.isMarked(familiar(person, network))) {
      return look(what, email, List.of(of(what, person), from(what)), look, wrong);
    }
    var own = of(what, person + ":" + network);
    var found = look(what, email, List.of(own), look, wrong);
    if (found.isPresent()) {
      attempts.forget(own.key());
    }
    return found;
  }

  /**
   * Looks at a token that says by itself whose it is.
   *
   * @param look empty where it opens nothing
   * @return empty as well
   * @throws ProblemException where too many opened nothing, with this one or before: then it is not
   *     looked at
   */
  public <T> Optional<T> open(AttemptKind what, Supplier<Optional<T>> look) {
    return look(what, Origin.current().network(), List.of(from(what)), look, () -> {});
  }

  /**
   * Counts a token that was looked at and opens nothing: the right one always opens, since programs
   * trade theirs without anybody watching, and one that goes on showing a dead one must not sign
   * out all others of its network.
   *
   * @throws ProblemException where too many opened nothing
   */
  public void countWrong(AttemptKind what) {
    open(what, Optional::empty);
  }

  /**
   * Counts a wish for mail.
   *
   * @param whose whom it goes to, and whoever else may not wish for much
   * @throws ProblemException where there were too many
   */
  public void ask(AttemptKind what, String... whose) {
    var limits = new ArrayList<>(List.of(from(what)));
    for (var one : whose) {
      limits.add(of(what, person(one)));
    }
    var taken = take(what, limits);
    if (taken.full() > 0) {
      writeDown(taken.full() == 1 ? Origin.current().network() : whose[0]);
    }
  }

  /** Somebody has come in, and may come back to where they are now. */
  public void entered(Account account) {
    attempts.mark(familiar(person(account.email()), Origin.current().network()), FAMILIAR);
  }

  private <T> Optional<T> look(
      AttemptKind what,
      String whose,
      List<Limit> limits,
      Supplier<Optional<T>> look,
      Runnable wrong) {
    var taken = take(what, limits);
    Optional<T> found;
    try {
      found = look.get();
    } catch (RuntimeException e) {
      // not looked at either
      attempts.giveBack(limits, taken);
      throw e;
    }
    if (found.isPresent()) {
      attempts.giveBack(limits, taken);
      return found;
    }
    wrong.run();
    if (taken.full() == 0) {
      return found;
    }
    writeDown(taken.full() == 1 ? whose : Origin.current().network());
    throw new ProblemException(what.paused(), taken.pause());
  }

  private Try take(AttemptKind what, List<Limit> limits) {
    var taken = attempts.take(limits, WINDOW);
    if (!taken.allowed()) {
      throw new ProblemException(what.paused(), taken.pause());
    }
    return taken;
  }

  private void writeDown(String whose) {
    CallContext.tenant()
        .ifPresent(
            // a request that only reads may have been a guess too
            tenant ->
                CallContext.in(tenant)
                    .writing()
                    .run(
                        () ->
                            audit.refused(AuditAction.GUESSING_PAUSED, EmailAddress.shown(whose))));
  }

  private static Limit of(AttemptKind what, String whose) {
    return new Limit(RedisKey.ofTenant(what.key() + whose), QUICK, MOST);
  }

  /** Over all tenants: nobody may try the same password at each of them. */
  private static Limit from(AttemptKind what) {
    return new Limit(
        RedisKey.ofNobody(what.key() + Origin.current().network()),
        QUICK_FROM_ONE_NETWORK,
        MOST_FROM_ONE_NETWORK);
  }

  private static RedisKey familiar(String person, String network) {
    return RedisKey.ofTenant("familiar:" + person + ":" + network);
  }

  private static String person(String email) {
    return OpaqueToken.hash(email.strip().toLowerCase(Locale.ROOT));
  }
}
