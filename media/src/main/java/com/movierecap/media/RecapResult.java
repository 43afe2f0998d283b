package com.movierecap.media;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out, written as {@code recap.json} beside the other outputs.
 *
 * @param lengthSeconds of the finished recap
 * @param wantedSeconds length of the chosen picks; a lossless cut may miss it by what keyframes
 *     allow
 * @param cutLimit why a lossless recap was cut at keyframes only; null where its cuts are exact
 * @param loudnessLufs integrated loudness of the finished recap by BS.1770; -70 where silent
 * @param outputs every file that went out, this one included
 * @param timingsSeconds wall time by step: {@code probe, analyse, select, render}
 */
public record RecapResult(
    MovieInfo movie,
    List<Shot> shots,
    List<Scene> scenes,
    List<Pick> picks,
    double lengthSeconds,
    double wantedSeconds,
    @Nullable CutLimit cutLimit,
    double loudnessLufs,
    List<OutputFile> outputs,
    Map<String, Double> timingsSeconds) {}
