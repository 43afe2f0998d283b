package com.movierecap.media.humble;

import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.film.SmallPicture;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a film's chunks in several threads and hands their pictures over in order. Decoders of
 * one thread each waste nothing on waiting for each other, as the threads of one decoder do: two of
 * them take about 0.7 of the time. Memory does not grow with the film: decoding runs only so far
 * ahead.
 */
final class ChunkDecoders implements AutoCloseable {
  private static final int DECODERS = 2;

  /** That wait: more than a day of film. */
  private static final int MOST_CHUNKS = 5000;

  private static final long PATIENCE_SECONDS = 30;

  /** Finds the chunks while the first are decoded already. */
  interface Scan {
    /**
     * @param chunks gets them in order
     */
    void into(Consumer<Chunk> chunks) throws InterruptedException;
  }

  private final FilmProbe film;
  private final PictureSource.Skip skip;
  private final Feed<Chunk> chunks = new Feed<>(MOST_CHUNKS);
  private final Feed<Chunk> order = new Feed<>(MOST_CHUNKS);
  private final AtomicLong errors = new AtomicLong();
  private final Set<Long> sizes = ConcurrentHashMap.newKeySet();
  private final Semaphore ahead = new Semaphore(DECODERS + 1);
  private final Queue<SmallPicture> blanks = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(1 + DECODERS);
  private @Nullable Chunk first;

  /**
   * @param skip pictures not to be decoded
   */
  ChunkDecoders(FilmProbe film, Scan scan, PictureSource.Skip skip) {
    this.film = film;
    this.skip = skip;
    threads.execute(() -> scan(scan));
    boolean ready = false;
    try {
      Chunk chunk = Objects.requireNonNull(chunks.take(), "a film has a chunk");
      first = chunk;
      int decoders = chunk.wholeFilm() ? 1 : DECODERS;
      for (int i = 0; i < decoders; i++) {
        threads.execute(() -> decode(DECODERS / decoders));
      }
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
    threads.shutdown();
  }

  private void scan(Scan scan) {
    try {
      scan.into(chunks::put);
      chunks.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      chunks.fail(e);
    }
  }

  private void decode(int threadsOfDecoder) {
    @Nullable Chunk chunk = null;
    try (PictureSource source = PictureSource.open(film, threadsOfDecoder, this::blank)) {
      ahead.acquire();
      for (chunk = next(); chunk != null; chunk = next()) {
        long before = source.errors();
        chunk.decode(source, skip, blanks::add);
        errors.addAndGet(source.errors() - before);
        sizes.addAll(source.sizes());
        chunk.pictures().end();
        ahead.acquire();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      // whoever waits for a chunk that nobody will decode has to hear of it
      order.fail(e);
      if (chunk != null) {
        chunk.pictures().fail(e);
      }
    }
  }

  /** The next chunk to be decoded; null after the last. */
  private synchronized @Nullable Chunk next() {
    @Nullable Chunk chunk = first != null ? first : chunks.take();
    first = null;
    if (chunk == null) {
      // for the other decoder, and for whom the pictures are
      chunks.end();
      order.end();
    } else {
      order.put(chunk);
    }
    return chunk;
  }

  private SmallPicture blank() {
    @Nullable SmallPicture blank = blanks.poll();
    return blank == null ? new SmallPicture() : blank;
  }

  /** Gives every picture of the film to the consumer, in order, in this thread. */
  void deliver(Consumer<SmallPicture> out) {
    for (@Nullable Chunk chunk = order.take(); chunk != null; chunk = order.take()) {
      Feed<SmallPicture> pictures = chunk.pictures();
      for (@Nullable SmallPicture p = pictures.take(); p != null; p = pictures.take()) {
        out.accept(p);
        blanks.add(p);
      }
      ahead.release();
    }
  }

  /** Packets that could not be decoded; known once all was delivered. */
  long errors() {
    return errors.get();
  }

  /** Of all pictures; known once all was delivered. */
  Set<Long> sizes() {
    return sizes;
  }

  /** Returns when no thread uses the library any more. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a decoder does not end");
      }
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
  }
}
