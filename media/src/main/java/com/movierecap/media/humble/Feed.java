package com.movierecap.media.humble;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Hands things in order from the thread that makes them to the one that uses them. */
final class Feed<T> {
  private record Item<T>(@Nullable T thing, @Nullable Throwable failure) {}

  private final BlockingQueue<Item<T>> items;

  /**
   * @param capacity how many wait at most; who makes more waits
   */
  Feed(int capacity) {
    items = new ArrayBlockingQueue<>(capacity);
  }

  void put(T thing) {
    add(new Item<>(thing, null));
  }

  /** Nothing comes after this. */
  void end() {
    add(new Item<>(null, null));
  }

  /** Nothing comes after this, since making it failed. */
  void fail(Throwable cause) {
    // what waits is of no use any more, and so there is room
    items.clear();
    items.offer(new Item<>(null, cause));
  }

  private void add(Item<T> item) {
    try {
      items.put(item);
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
  }

  /** The next thing; null at the end. */
  @Nullable T take() {
    Item<T> item;
    try {
      item = items.take();
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
    if (item.failure() instanceof Error error) {
      throw error;
    }
    if (item.failure() != null) {
      throw item.failure() instanceof RuntimeException exception
          ? exception
          : new IllegalStateException("reading broke off", item.failure());
    }
    return item.thing();
  }
}
