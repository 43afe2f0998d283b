package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.models.Face;
import com.movierecap.media.models.FaceFinder;
import com.movierecap.media.models.SerialExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Looks for faces in some pictures, beside the reading of the film: in those coded on their own,
 * which encoders put where a shot begins, and every two seconds, or four where nothing changes.
 */
final class FaceTrack implements AutoCloseable {
  private static final double SHORTEST_STEP_SECONDS = 0.5;
  private static final double LONGEST_STEP_SECONDS = 2;

  /** Where two glances in turn told the same. */
  private static final double SETTLED_STEP_SECONDS = 4;

  /** Pictures that may wait: half a megabyte. */
  private static final int MOST_WAITING = 16;

  /**
   * Faces at a time.
   *
   * @param faces the surest first; empty where there is none
   */
  record Glance(double seconds, List<Face> faces) {}

  private final SerialExecutor beside = new SerialExecutor();
  private @Nullable Optional<FaceFinder> finder;
  private final double shape;
  private final List<Future<Glance>> glances = new ArrayList<>();
  private double last = Double.NEGATIVE_INFINITY;

  private FaceTrack(double shape) {
    this.shape = shape;
  }

  /**
   * @param shape the film's width by its height, as shown
   * @return null where the build did not fetch the network
   */
  static @Nullable FaceTrack open(double shape) {
    return FaceFinder.fetched() ? new FaceTrack(shape) : null;
  }

  /** Every picture in presentation order. */
  void push(SmallPicture picture) {
    if (!due(picture)) {
      return;
    }
    last = picture.seconds();
    if (glances.size() >= MOST_WAITING) {
      SerialExecutor.await(glances.get(glances.size() - MOST_WAITING));
    }
    SmallPicture copy = picture.copy();
    glances.add(beside.start(() -> new Glance(copy.seconds(), find(copy))));
  }

  private boolean due(SmallPicture picture) {
    double since = picture.seconds() - last;
    if (picture.intra()) {
      return since >= SHORTEST_STEP_SECONDS;
    }
    return since >= LONGEST_STEP_SECONDS && (since >= SETTLED_STEP_SECONDS || !settled());
  }

  private boolean settled() {
    int n = glances.size();
    return n >= 2
        && Face.same(
            SerialExecutor.await(glances.get(n - 2)).faces(),
            SerialExecutor.await(glances.get(n - 1)).faces());
  }

  /** Beside. The network is opened for the first picture, which thus need not wait for it. */
  private List<Face> find(SmallPicture picture) {
    if (finder == null) {
      finder = FaceFinder.open();
    }
    return finder.map(f -> f.find(picture, shape)).orElse(List.of());
  }

  /** In order. */
  List<Glance> glances() {
    return glances.stream().map(SerialExecutor::await).toList();
  }

  @Override
  public void close() {
    // what still waits is not wanted any more; what runs ends first
    beside.close();
    if (finder != null) {
      finder.ifPresent(FaceFinder::close);
    }
  }
}
