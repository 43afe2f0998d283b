package com.movierecap.media.humble;

import com.movierecap.media.Cue;
import com.movierecap.media.subtitles.CueText;
import com.movierecap.media.subtitles.Cues;
import io.humble.ferry.Buffer;
import io.humble.video.Codec;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.MediaPacket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the cues of a text subtitle track; their packets need no decoder. */
final class EmbeddedText {
  private static final Set<Codec.ID> READABLE =
      Set.of(
          Codec.ID.CODEC_ID_MOV_TEXT,
          Codec.ID.CODEC_ID_TEXT,
          Codec.ID.CODEC_ID_SRT,
          Codec.ID.CODEC_ID_SUBRIP,
          Codec.ID.CODEC_ID_WEBVTT,
          Codec.ID.CODEC_ID_SSA,
          Codec.ID.CODEC_ID_ASS);

  private final Codec.ID codec;
  private final double secondsPerTick;
  private final List<Cue> raw = new ArrayList<>();

  private EmbeddedText(Codec.ID codec, double secondsPerTick) {
    this.codec = codec;
    this.secondsPerTick = secondsPerTick;
  }

  static boolean reads(Codec.ID codec) {
    return READABLE.contains(codec);
  }

  static EmbeddedText of(DemuxerStream stream) {
    return new EmbeddedText(stream.getDecoder().getCodecID(), stream.getTimeBase().getDouble());
  }

  void add(MediaPacket packet) {
    long stamp = packet.getPts() == Global.NO_PTS ? packet.getDts() : packet.getPts();
    long length = Math.max(packet.getDuration(), packet.getConvergenceDuration());
    Buffer data = packet.getData();
    if (data == null || stamp == Global.NO_PTS || length <= 0) {
      return;
    }
    byte[] bytes = data.getByteArray(0, packet.getSize());
    data.delete();
    double start = stamp * secondsPerTick;
    raw.add(new Cue(start, start + length * secondsPerTick, payload(bytes)));
  }

  private String payload(byte[] bytes) {
    if (codec == Codec.ID.CODEC_ID_MOV_TEXT) {
      // two bytes of length, the text, then boxes of style
      int length = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
      return new String(
          bytes,
          Math.min(2, bytes.length),
          Math.min(length, Math.max(0, bytes.length - 2)),
          StandardCharsets.UTF_8);
    }
    String line = new String(bytes, StandardCharsets.UTF_8);
    if (codec == Codec.ID.CODEC_ID_ASS || codec == Codec.ID.CODEC_ID_SSA) {
      // ReadOrder,Layer,Style,Name,MarginL,MarginR,MarginV,Effect,Text, or a whole Dialogue line
      String[] fields = line.split(",", line.startsWith("Dialogue:") ? 10 : 9);
      return CueText.plainAss(fields[fields.length - 1]);
    }
    return CueText.plain(line);
  }

  List<Cue> cues(double zero) {
    return Cues.tidy(
        raw.stream()
            .map(c -> new Cue(c.startSeconds() - zero, c.endSeconds() - zero, c.text()))
            .toList());
  }
}
