package com.movierecap.media.humble;

import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.humble.PictureSource.Skip;
import io.humble.video.MediaPacket;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A piece of a film from one keyframe to another, and its pictures once they are decoded. Pictures
 * that follow the closing keyframe in the file but precede it on the screen belong to this piece.
 */
final class Chunk {
  /** 21 MB of small pictures; a chunk longer than that is handed over while it is decoded. */
  private static final int MOST_WAITING = 1000;

  private final int packets;
  private final int leadIn;
  private final int leadOut;
  private final long firstStamp;
  private final long endStamp;
  private final boolean exact;
  private final Feed<SmallPicture> pictures = new Feed<>(MOST_WAITING);

  /**
   * @param from index of its first packet
   * @param to index of the first packet after it
   * @param leadIn packets behind the first that belong to the chunk before
   * @param leadOut packets behind the closing keyframe that belong to this chunk
   * @param firstStamp time stamp of its first packet; the least there is for the film's first chunk
   * @param endStamp time stamp of the closing keyframe; the greatest there is for the last chunk
   * @param exact every packet tells when it is shown
   */
  Chunk(int from, int to, int leadIn, int leadOut, long firstStamp, long endStamp, boolean exact) {
    this.packets = to - from;
    this.leadIn = leadIn;
    this.leadOut = leadOut;
    this.firstStamp = firstStamp;
    this.endStamp = endStamp;
    this.exact = exact;
  }

  /** There is no other. */
  boolean wholeFilm() {
    return firstStamp == Long.MIN_VALUE && endStamp == Long.MAX_VALUE;
  }

  Feed<SmallPicture> pictures() {
    return pictures;
  }

  /**
   * @param skip pictures not to be decoded where no cut is likely; all are where only that tells
   *     when they are shown
   * @param spare takes pictures that belong to other chunks
   */
  void decode(PictureSource source, Skip skip, Consumer<SmallPicture> spare)
      throws IOException, InterruptedException {
    Consumer<SmallPicture> out =
        picture -> {
          if (picture.ticks() >= firstStamp && picture.ticks() < endStamp) {
            pictures.put(picture);
          } else {
            spare.accept(picture);
          }
        };
    if (!find(source)) {
      return;
    }
    CutHint cuts = new CutHint();
    int last = packets + (leadOut > 0 ? 1 + leadOut : 0);
    for (int i = 0; i < last && (i == 0 || source.next()); i++) {
      MediaPacket packet = source.packets().packet();
      boolean cut = cuts.note(source.packets().stamp(), packet.getSize(), packet.isKeyPacket());
      source.skip(cut || !exact ? Skip.NOTHING : skip);
      if (i == 0 || i > leadIn) {
        source.decode(out);
      }
    }
    source.drain(out);
  }

  /** Has the source read the first packet of this chunk. */
  private boolean find(PictureSource source) throws IOException, InterruptedException {
    return firstStamp == Long.MIN_VALUE ? source.next() : source.seek(firstStamp, true);
  }
}
