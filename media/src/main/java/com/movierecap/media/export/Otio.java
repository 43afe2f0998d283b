package com.movierecap.media.export;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Pick;
import com.movierecap.media.rendering.Cut;
import com.movierecap.media.rendering.CutList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The timeline in OpenTimelineIO's own JSON: a Timeline with a Stack of one picture and one sound
 * Track, a Clip for every pick in each (longer in the sound where it runs on under the next pick's
 * picture, later where the one before does), the pick's reasons in its metadata under {@code
 * movie_recap}. Values of time are whole pictures; importers stumble over 90.00000000000001.
 *
 * @see <a
 *     href="https://opentimelineio.readthedocs.io/en/stable/tutorials/otio-file-format-specification.html">
 *     the file format</a>
 */
public final class Otio {
  private static final String SCHEMA = "OTIO_SCHEMA";

  private Otio() {}

  /**
   * @param filmName the clip's name and the target of its media reference
   * @return to be written by {@link com.movierecap.json.Json}
   */
  public static Map<String, Object> of(String filmName, MovieInfo movie, CutList cuts) {
    List<Object> tracks = new ArrayList<>();
    tracks.add(track("Video", filmName, movie, cuts));
    if (movie.audioCodec() != null) {
      tracks.add(track("Audio", filmName, movie, cuts));
    }
    Map<String, Object> stack = item("Stack.1", "tracks");
    stack.put("children", tracks);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put(SCHEMA, "Timeline.1");
    root.put("name", filmName + " recap");
    root.put("metadata", Map.of());
    root.put("tracks", stack);
    return root;
  }

  private static Map<String, Object> track(
      String kind, String filmName, MovieInfo movie, CutList cuts) {
    boolean sound = kind.equals("Audio");
    List<Object> clips = new ArrayList<>();
    for (CutList.Event event : cuts.events()) {
      Cut cut = event.cut();
      long first = sound ? cut.soundFilmFrame() : cut.filmFrame();
      long frames = sound ? cut.soundFrames() : cut.frames();
      clips.add(clip(filmName, movie, cuts, event.pick(), first, frames));
    }
    Map<String, Object> track = item("Track.1", kind);
    track.put("kind", kind);
    track.put("children", clips);
    return track;
  }

  private static Map<String, Object> clip(
      String filmName, MovieInfo movie, CutList cuts, Pick pick, long first, long frames) {
    FrameRate rate = cuts.rate();
    long start = cuts.tapeFrame();
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put(SCHEMA, "ExternalReference.1");
    reference.put("name", filmName);
    reference.put("metadata", Map.of());
    reference.put("available_range", range(start, rate.frameAt(movie.durationSeconds()), rate));
    reference.put("target_url", filmName);
    Map<String, Object> clip = item("Clip.2", filmName);
    clip.put("source_range", range(start + first, frames, rate));
    clip.put(
        "metadata",
        Map.of("movie_recap", Map.of("score", pick.score(), "reasons", pick.reasons())));
    clip.put("media_references", Map.of("DEFAULT_MEDIA", reference));
    clip.put("active_media_reference_key", "DEFAULT_MEDIA");
    return clip;
  }

  private static Map<String, Object> item(String schema, String name) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put(SCHEMA, schema);
    item.put("name", name);
    item.put("metadata", Map.of());
    item.put("effects", List.of());
    item.put("markers", List.of());
    item.put("enabled", true);
    return item;
  }

  private static Map<String, Object> range(long start, long length, FrameRate rate) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put(SCHEMA, "TimeRange.1");
    range.put("start_time", time(start, rate));
    range.put("duration", time(length, rate));
    return range;
  }

  private static Map<String, Object> time(long value, FrameRate rate) {
    Map<String, Object> time = new LinkedHashMap<>();
    time.put(SCHEMA, "RationalTime.1");
    time.put("rate", rate.perSecond());
    time.put("value", value);
    return time;
  }
}
