package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Original;
import com.movierecap.media.Pick;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Timecode;
import com.movierecap.media.Timeline;
import com.movierecap.media.captions.CaptionTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A timeline in whole pictures: what is rendered, and what editing suites are told.
 *
 * @param events one for every pick that is at least a picture long, in order
 * @param tapeFrame number of the film's first picture on the tape or card it comes from
 * @param dropFrame whether that tape is counted by drop frame
 */
public record CutList(FrameRate rate, List<Event> events, long tapeFrame, boolean dropFrame) {
  /** Longer, the picture would no longer belong to what is heard. */
  private static final double LONGEST_TAIL = 0.8;

  /** A pick and where it came to lie. */
  public record Event(Pick pick, Cut cut) {}

  public static CutList of(Timeline timeline, MovieInfo movie) {
    FrameRate rate = FrameRate.of(movie.frameRate());
    long filmFrames = rate.frameAt(movie.durationSeconds());
    List<Event> events = new ArrayList<>();
    long recapFrame = 0;
    for (Pick pick : timeline.picks()) {
      long first = Math.max(0, rate.frameAt(pick.startSeconds()));
      int frames = (int) (rate.frameAt(pick.endSeconds()) - first);
      if (frames <= 0) {
        continue;
      }
      Cut cut = new Cut(first, recapFrame, frames, 0, 0);
      if (!events.isEmpty()) {
        Event last = events.get(events.size() - 1);
        int tail = tail(last, cut, rate, filmFrames);
        Cut before = last.cut();
        events.set(
            events.size() - 1,
            new Event(
                last.pick(),
                new Cut(
                    before.filmFrame(),
                    before.recapFrame(),
                    before.frames(),
                    before.lead(),
                    tail)));
        cut = new Cut(first, recapFrame, frames, tail, 0);
      }
      events.add(new Event(pick, cut));
      recapFrame += frames;
    }
    @Nullable Original original = movie.original();
    @Nullable Timecode start = original == null ? null : original.timecode();
    return start == null
        ? new CutList(rate, List.copyOf(events), 0, false)
        : new CutList(rate, List.copyOf(events), start.firstFrame(rate), start.drop(rate));
  }

  /** What follows in the film without a gap sounds on by itself. */
  private static int tail(Event last, Cut next, FrameRate rate, long filmFrames) {
    long end = last.cut().filmFrame() + last.cut().frames();
    if (end == next.filmFrame()) {
      return 0;
    }
    long wanted = rate.frameAt(Math.min(LONGEST_TAIL, last.pick().tailSeconds()));
    long left = Math.max(0, filmFrames - end);
    return (int) Math.max(0, Math.min(Math.min(wanted, left), next.frames() / 2));
  }

  /**
   * The cuts as they are rendered: picks that follow each other in the film without a gap become
   * one, since nothing is to be heard or seen where they touch.
   */
  public List<Cut> cuts() {
    List<Cut> cuts = new ArrayList<>();
    for (Event event : events) {
      Cut cut = event.cut();
      Cut last = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
      if (last != null && last.filmFrame() + last.frames() == cut.filmFrame()) {
        cuts.set(cuts.size() - 1, last.joined(cut));
      } else {
        cuts.add(cut);
      }
    }
    return List.copyOf(cuts);
  }

  public long frames() {
    return events.stream().mapToLong(e -> e.cut().frames()).sum();
  }

  public double seconds() {
    return rate.seconds(frames());
  }

  /** What is heard when: captions belong to the words. */
  List<CaptionTrack.Piece> heard() {
    return cuts().stream()
        .map(
            cut ->
                new CaptionTrack.Piece(
                    new TimeRange(
                        rate.seconds(cut.soundFilmFrame()),
                        rate.seconds(cut.soundFilmFrame() + cut.soundFrames())),
                    rate.seconds(cut.soundRecapFrame())))
        .toList();
  }
}
