package com.movierecap.media.humble;

import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.film.SmallPicture;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final long PATIENCE_SECONDS = 30;

  private final FilmProbe film;
  private final PictureSource.Skip skip;
  private final List<Chunk> chunks;
  private final AtomicInteger nextChunk = new AtomicInteger();
  private final AtomicLong errors = new AtomicLong();
  private final Semaphore ahead = new Semaphore(DECODERS + 1);
  private final Queue<SmallPicture> blanks = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads;
  private int delivering;

  ChunkDecoders(FilmProbe film, List<Chunk> chunks, PictureSource.Skip skip) {
    this.film = film;
    this.chunks = chunks;
    this.skip = skip;
    int decoders = Math.min(DECODERS, chunks.size());
    threads = Executors.newFixedThreadPool(decoders);
    for (int i = 0; i < decoders; i++) {
      threads.execute(() -> decode(DECODERS / decoders));
    }
    threads.shutdown();
  }

  private void decode(int threadsOfDecoder) {
    try (PictureSource source = PictureSource.open(film, threadsOfDecoder, this::blank)) {
      ahead.acquire();
      for (int i = nextChunk.getAndIncrement();
          i < chunks.size();
          i = nextChunk.getAndIncrement()) {
        long before = source.errors();
        chunks.get(i).decode(source, skip, blanks::add);
        errors.addAndGet(source.errors() - before);
        chunks.get(i).pictures().end();
        ahead.acquire();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      // whoever waits for a chunk that nobody will decode has to hear of it
      chunks.forEach(chunk -> chunk.pictures().fail(e));
    }
  }

  private SmallPicture blank() {
    @Nullable SmallPicture blank = blanks.poll();
    return blank == null ? new SmallPicture() : blank;
  }

  /** Gives every picture of the film to the consumer, in order, in this thread. */
  void deliver(Consumer<SmallPicture> out) {
    for (; delivering < chunks.size(); delivering++) {
      Feed<SmallPicture> pictures = chunks.get(delivering).pictures();
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
