package com.movierecap.redis;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * News between the nodes of the service, by Redis' publish and subscribe: who listens now hears it,
 * nobody else ever does. The truth stays in PostgreSQL; losing a message costs a listener some
 * seconds until it looks there again.
 */
@ApplicationScoped
public class RedisChannels {
  private static final Logger LOG = Logger.getLogger(RedisChannels.class.getName());

  @Inject private RedisConnection redis;
  @Resource private ManagedThreadFactory threads;

  private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
  private final Hearer hearer = new Hearer();
  private volatile boolean closing;

  /** Ends when closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private final class Hearer extends JedisPubSub {
    @Override
    public void onPMessage(String pattern, String channel, String message) {
      listeners.getOrDefault(channel, List.of()).forEach(l -> l.accept(message));
    }
  }

  @PostConstruct
  void connect() {
    threads.newThread(this::listen).start();
  }

  @PreDestroy
  void close() {
    closing = true;
    if (hearer.isSubscribed()) {
      hearer.punsubscribe();
    }
  }

  /** Tells everybody who listens to the topic in the bound tenant. A lost Redis is no error. */
  public void publish(String topic, String message) {
    try {
      redis.client().publish(channel(topic), message);
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "news was lost: {0}", e.getMessage());
    }
  }

  /**
   * Listens to a topic in the bound tenant. The listener runs on the subscription's own thread,
   * without a tenant, and must not wait.
   */
  public Subscription subscribe(String topic, Consumer<String> listener) {
    var channel = channel(topic);
    // one step: the last listener's leaving may throw the list away in between
    listeners.compute(
        channel,
        (c, all) -> {
          var heard = all == null ? new CopyOnWriteArrayList<Consumer<String>>() : all;
          heard.add(listener);
          return heard;
        });
    return () ->
        listeners.computeIfPresent(
            channel,
            (c, all) -> {
              all.remove(listener);
              return all.isEmpty() ? null : all;
            });
  }

  /** Answers only when Redis does. */
  public void check() {
    redis.client().ping();
  }

  private static String channel(String topic) {
    return RedisKey.ofTenant(topic).value();
  }

  /** One connection hears for the whole node, and is made again when it breaks. */
  private void listen() {
    while (!closing) {
      try {
        redis.client().psubscribe(hearer, RedisKey.EVERYTHING);
      } catch (JedisException e) {
        if (!closing) {
          LOG.log(Level.WARNING, "Redis does not answer: {0}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      closing = true;
      Thread.currentThread().interrupt();
    }
  }
}
