package com.movierecap.media.humble;

import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.film.SoundBlock;
import io.humble.video.Decoder;
import io.humble.video.DemuxerStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes a film's sound in a thread of its own, with an opening of the film of its own. */
final class SoundReader implements AutoCloseable {
  /** 10 s of sound or so. */
  private static final int MOST_WAITING = 512;

  private final FilmProbe film;
  private final int track;
  private final Feed<SoundBlock> blocks = new Feed<>(MOST_WAITING);
  private final Thread thread = new Thread(this::read, "sound");
  private @Nullable SoundBlock waiting;
  private boolean ended;
  private volatile boolean damaged;
  private volatile double endSeconds = Double.NaN;

  SoundReader(FilmProbe film, int track) {
    this.film = film;
    this.track = track;
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether the library has a decoder for a track. */
  static boolean reads(PacketSource packets, int track) throws IOException, InterruptedException {
    synchronized (HumbleLibrary.LOCK) {
      @Nullable Decoder decoder = packets.stream(track).getDecoder();
      boolean known = decoder != null && decoder.getCodec() != null;
      if (decoder != null) {
        decoder.delete();
      }
      return known;
    }
  }

  private void read() {
    try {
      PacketSource packets;
      synchronized (HumbleLibrary.LOCK) {
        packets = new PacketSource(film);
      }
      try {
        decode(packets);
      } finally {
        synchronized (HumbleLibrary.LOCK) {
          packets.close();
        }
      }
      blocks.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      // what was heard so far is worth a recap, and the film's warnings tell that there is more
      damaged = true;
      if (!Thread.currentThread().isInterrupted()) {
        blocks.end();
      }
    } catch (Error e) {
      blocks.fail(e);
    }
  }

  private void decode(PacketSource packets) throws IOException, InterruptedException {
    DemuxerStream stream = packets.stream(track);
    @Nullable Decoder decoder = stream.getDecoder();
    if (decoder == null) {
      return;
    }
    try {
      synchronized (HumbleLibrary.LOCK) {
        if (!SoundDecoder.settleLayout(decoder)) {
          return;
        }
        decoder.open(null, null);
      }
      try (SoundDecoder sound = new SoundDecoder(decoder, stream.getTimeBase().getDouble())) {
        try {
          while (packets.next(track)) {
            sound.decode(packets.packet(), block -> blocks.put(copy(block)));
          }
          damaged = sound.mostlyBroken();
        } finally {
          endSeconds = sound.nothingDecoded() ? Double.NaN : sound.endSeconds();
        }
      }
    } finally {
      synchronized (HumbleLibrary.LOCK) {
        decoder.delete();
      }
    }
  }

  private static SoundBlock copy(SoundBlock block) {
    float[] samples = Arrays.copyOf(block.samples(), block.frames() * block.channels());
    return new SoundBlock(block.seconds(), samples, block.frames(), block.weights());
  }

  /** Hands over what begins before a time on the file's clock. */
  void deliver(double untilSeconds, Consumer<SoundBlock> out) {
    while (!ended) {
      if (waiting == null) {
        waiting = blocks.take();
        ended = waiting == null;
      }
      @Nullable SoundBlock block = waiting;
      if (block == null || block.seconds() >= untilSeconds) {
        return;
      }
      waiting = null;
      out.accept(block);
    }
  }

  /** Large parts could not be decoded. */
  boolean damaged() {
    return damaged;
  }

  /** On the file's clock; NaN where nothing could be decoded. */
  double endSeconds() {
    return endSeconds;
  }

  /** Returns when the thread uses the library no more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
  }
}
