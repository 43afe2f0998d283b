package com.movierecap.portal.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;

/** What codecs are called, by FFmpeg's short names; it is the same in every language. */
@Named("codecName")
@ApplicationScoped
public class CodecName {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("h264", "H.264"),
          Map.entry("hevc", "H.265"),
          Map.entry("vvc", "H.266"),
          Map.entry("mpeg1video", "MPEG-1"),
          Map.entry("mpeg2video", "MPEG-2"),
          Map.entry("mpeg4", "MPEG-4 Visual"),
          Map.entry("prores", "Apple ProRes"),
          Map.entry("dnxhd", "DNxHD"),
          Map.entry("dvvideo", "DV"),
          Map.entry("mjpeg", "Motion JPEG"),
          Map.entry("theora", "Theora"),
          Map.entry("ac3", "Dolby Digital"),
          Map.entry("eac3", "Dolby Digital Plus"),
          Map.entry("truehd", "Dolby TrueHD"),
          Map.entry("mp2", "MPEG Layer II"),
          Map.entry("opus", "Opus"),
          Map.entry("vorbis", "Vorbis"),
          Map.entry("subrip", "SubRip"),
          Map.entry("webvtt", "WebVTT"),
          Map.entry("mov_text", "MPEG-4 Timed Text"),
          Map.entry("hdmv_pgs_subtitle", "PGS"),
          Map.entry("dvd_subtitle", "VobSub"),
          Map.entry("dvb_subtitle", "DVB"),
          Map.entry("dvb_teletext", "Teletext"),
          Map.entry("eia_608", "CEA-608"));

  /** {@code H.264} for {@code h264}; what we do not know is written in capitals. */
  public String of(String codec) {
    var known = NAMES.get(codec);
    return known != null
        ? known
        : codec.startsWith("pcm_") ? "PCM" : codec.toUpperCase(Locale.ROOT).replace('_', ' ');
  }
}
