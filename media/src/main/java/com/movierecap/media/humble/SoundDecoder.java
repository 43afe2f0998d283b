package com.movierecap.media.humble;

import com.movierecap.media.film.SoundBlock;
import io.humble.ferry.Buffer;
import io.humble.video.AudioChannel;
import io.humble.video.AudioFormat;
import io.humble.video.Decoder;
import io.humble.video.Global;
import io.humble.video.MediaAudio;
import io.humble.video.MediaAudioResampler;
import io.humble.video.MediaPacket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns sound packets into blocks of samples at {@link SoundBlock#RATE}. */
final class SoundDecoder implements AutoCloseable {
  private static final double LONGEST_DRIFT_SECONDS = 0.1;

  private final Decoder decoder;
  private final double secondsPerTick;
  private double[] weights = new double[0];
  private @Nullable MediaAudioResampler resampler;
  private @Nullable MediaAudio resampled;
  private float[] samples = new float[0];
  private double nextSeconds = Double.NaN;
  private long packets;
  private long errors;

  SoundDecoder(Decoder decoder, double secondsPerTick) {
    this.decoder = decoder;
    this.secondsPerTick = secondsPerTick;
  }

  /**
   * Tells a decoder that is not open yet the usual layout where the film tells none, as PCM, ADPCM
   * and WMA do in some containers: the resampler takes none without, and {@link #shell} needs one
   * to differ from.
   *
   * @return false where there is no usual layout of so many channels
   */
  static boolean settleLayout(Decoder decoder) {
    if (decoder.getChannelLayout() != AudioChannel.Layout.CH_LAYOUT_UNKNOWN) {
      return true;
    }
    AudioChannel.Layout usual = AudioChannel.getDefaultLayout(decoder.getChannels());
    if (usual == AudioChannel.Layout.CH_LAYOUT_UNKNOWN) {
      return false;
    }
    decoder.setProperty("channel_layout", (long) usual.swigValue());
    return decoder.getChannelLayout() == usual;
  }

  /**
   * @param out gets the sound with its time on the file's clock
   */
  void decode(MediaPacket packet, Consumer<SoundBlock> out) {
    packets++;
    try {
      int offset = 0;
      while (offset < packet.getSize()) {
        MediaAudio decoded = shell();
        try {
          int used = decoder.decodeAudio(decoded, packet, offset);
          if (used <= 0) {
            errors += used < 0 ? 1 : 0;
            return;
          }
          offset += used;
          if (decoded.isComplete()) {
            emit(decoded, out);
          }
        } finally {
          decoded.delete();
        }
      }
    } catch (RuntimeException e) {
      // the library throws for some kinds of damage and answers a negative number for others
      errors++;
    }
  }

  /**
   * Something to decode into. The library lets FFmpeg write into the object it is given without
   * asking whether the samples fit, and so overruns it as soon as a block is longer than the one
   * before; unless rate, form and layout differ from the sound's own, which makes FFmpeg bring
   * memory of its own. Hence a fresh one each time, with a layout the sound has not: the one of
   * mono is none at all, which {@link #settleLayout} sees to.
   */
  private MediaAudio shell() {
    int channels = decoder.getChannels();
    AudioChannel.Layout odd =
        switch (channels) {
          case 1 -> AudioChannel.Layout.CH_LAYOUT_NATIVE;
          case 2 -> AudioChannel.Layout.CH_LAYOUT_STEREO_DOWNMIX;
          default -> AudioChannel.Layout.CH_LAYOUT_UNKNOWN;
        };
    return MediaAudio.make(1024, decoder.getSampleRate(), channels, odd, decoder.getSampleFormat());
  }

  private MediaAudioResampler resampler(MediaAudio decoded) {
    if (resampler != null
        && resampler.getInputSampleRate() == decoded.getSampleRate()
        && resampler.getInputFormat() == decoded.getFormat()
        && weights.length == decoded.getChannels()) {
      return resampler;
    }
    if (resampler != null) {
      resampler.delete();
    }
    AudioChannel.Layout layout = decoded.getChannelLayout();
    MediaAudioResampler made =
        MediaAudioResampler.make(
            layout,
            SoundBlock.RATE,
            AudioFormat.Type.SAMPLE_FMT_FLT,
            layout,
            decoded.getSampleRate(),
            decoded.getFormat());
    made.open();
    resampler = made;
    weights = SoundBlock.weights(decoded.getChannels());
    if (resampled != null) {
      resampled.delete();
      resampled = null;
    }
    return made;
  }

  private void emit(MediaAudio decoded, Consumer<SoundBlock> out) {
    MediaAudioResampler converter = resampler(decoded);
    int need = converter.getNumResampledSamples(decoded.getNumSamples()) + 64;
    if (resampled == null || resampled.getMaxNumSamples() < need * weights.length) {
      if (resampled != null) {
        resampled.delete();
      }
      resampled =
          MediaAudio.make(
              2 * need,
              SoundBlock.RATE,
              weights.length,
              converter.getOutputLayout(),
              AudioFormat.Type.SAMPLE_FMT_FLT);
    }
    converter.resample(resampled, decoded);
    int frames = resampled.getNumSamples();
    if (frames <= 0) {
      return;
    }
    int count = frames * weights.length;
    if (samples.length < count) {
      samples = new float[count];
    }
    Buffer buffer = resampled.getData(0);
    buffer.get(0, samples, 0, count);
    buffer.delete();
    long stamp = decoded.getTimeStamp();
    double seconds = stamp == Global.NO_PTS ? nextSeconds : stamp * tick(decoded);
    if (Double.isNaN(seconds)) {
      seconds = 0;
    }
    // counting samples is exact where time stamps are rounded; stamps win after a gap
    if (Double.isNaN(nextSeconds) || Math.abs(seconds - nextSeconds) > LONGEST_DRIFT_SECONDS) {
      nextSeconds = seconds;
    }
    out.accept(new SoundBlock(nextSeconds, samples, frames, weights));
    nextSeconds += frames / (double) SoundBlock.RATE;
  }

  private double tick(MediaAudio decoded) {
    return decoded.getTimeBase() == null ? secondsPerTick : decoded.getTimeBase().getDouble();
  }

  boolean mostlyBroken() {
    return errors > 0.2 * packets;
  }

  boolean nothingDecoded() {
    return Double.isNaN(nextSeconds);
  }

  double endSeconds() {
    return Double.isNaN(nextSeconds) ? 0 : nextSeconds;
  }

  @Override
  public void close() {
    if (resampled != null) {
      resampled.delete();
    }
    if (resampler != null) {
      resampler.delete();
    }
  }
}
