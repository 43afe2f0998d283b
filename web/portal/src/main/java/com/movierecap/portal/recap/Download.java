package com.movierecap.portal.recap;

import com.movierecap.recap.Output;
import com.movierecap.recap.Recap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file that somebody may take home. */
public record Download(String fileName, String key, long bytes) {
  static List<Download> of(Recap recap) {
    return Arrays.stream(Output.values())
        .filter(output -> recap.outputs().containsKey(output.fileName()))
        .map(
            output ->
                new Download(
                    output.fileName(),
                    "output." + output.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    recap.outputs().getOrDefault(output.fileName(), 0L)))
        .toList();
  }
}
