package com.movierecap.redis;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.RedisClient;

/** The node's pool of connections to Redis. */
@ApplicationScoped
public class RedisConnection {
  @Inject
  @ConfigProperty(name = "redis.url")
  private String url;

  private RedisClient client;

  @PostConstruct
  void connect() {
    client = RedisClient.create(url);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  RedisClient client() {
    return client;
  }
}
