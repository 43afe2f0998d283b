package com.movierecap.media.humble;

import com.movierecap.media.ffmpeg.FilmProbe;
import io.humble.ferry.Buffer;
import io.humble.video.Codec;
import io.humble.video.Decoder;
import io.humble.video.Demuxer;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.MediaPacket;
import java.io.IOException;

/** One opening of a film: its packets, in the order of the file. */
final class PacketSource implements AutoCloseable {
  /** Failing reads in a row before the rest of the file is given up. */
  private static final int MOST_HOLES = 50;

  private final Demuxer demuxer;
  private final MediaPacket packet = MediaPacket.make();
  private long holes;

  /** Under {@link HumbleLibrary#LOCK}. */
  PacketSource(FilmProbe film) throws IOException, InterruptedException {
    demuxer = HumbleLibrary.open(film);
  }

  DemuxerStream stream(int index) throws IOException, InterruptedException {
    return demuxer.getStream(index);
  }

  /** Reads the next whole packet of a track, over holes in the file if need be. */
  boolean next(int track) throws InterruptedException {
    int failed = 0;
    while (failed < MOST_HOLES) {
      try {
        if (demuxer.read(packet) < 0) {
          return false;
        }
        failed = 0;
        if (packet.getStreamIndex() == track && packet.isComplete()) {
          return true;
        }
      } catch (IOException | RuntimeException e) {
        holes++;
        failed++;
      } catch (OutOfMemoryError e) {
        throw HumbleLibrary.tooLarge(e);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw HumbleLibrary.cancelled();
      }
    }
    return false;
  }

  /** To a keyframe at or before a time stamp; lands late now and then. */
  void seek(int track, long stamp) throws IOException, InterruptedException {
    demuxer.seek(track, Long.MIN_VALUE, stamp, stamp, 0);
  }

  MediaPacket packet() {
    return packet;
  }

  /** When the packet is shown; where the file tells only when to decode it, that. */
  long stamp() {
    return packet.getPts() == Global.NO_PTS ? packet.getDts() : packet.getPts();
  }

  /** Whether decoding can begin with the packet, as far as {@link Refresh} can tell. */
  boolean key(Decoder decoder) {
    if (!packet.isKeyPacket()) {
      return false;
    }
    Codec.ID codec = decoder.getCodecID();
    boolean avc = codec == Codec.ID.CODEC_ID_H264;
    boolean hevc = codec == Codec.ID.CODEC_ID_HEVC;
    return !(avc && Refresh.gradual(head()) || hevc && Refresh.gradualHevc(head()));
  }

  private byte[] head() {
    Buffer data = packet.getData();
    if (data == null) {
      return new byte[0];
    }
    try {
      return data.getByteArray(0, Math.min(packet.getSize(), Refresh.HEAD_BYTES));
    } finally {
      data.delete();
    }
  }

  /** VP8 carries pictures that are only referred to and never shown (RFC 6386, 9.1). */
  boolean hidden(Decoder decoder) {
    if (decoder.getCodecID() != Codec.ID.CODEC_ID_VP8) {
      return false;
    }
    Buffer data = packet.getData();
    if (data == null) {
      return false;
    }
    try {
      return packet.getSize() > 0 && (data.getByteArray(0, 1)[0] & 0x10) == 0;
    } finally {
      data.delete();
    }
  }

  long holes() {
    return holes;
  }

  @Override
  public void close() {
    packet.delete();
    HumbleLibrary.shut(demuxer);
  }
}
