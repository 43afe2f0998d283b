package com.movierecap.media.rendering;

import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A recap in one shape of its picture, and the file it goes into. */
record Shape(String file, PictureSize size) {
  /** The first is {@code recap.mp4}, the others are named by their shape; none comes twice. */
  static List<Shape> of(Rendering rendering, Reframing reframing) {
    Set<Aspect> aspects = new LinkedHashSet<>();
    aspects.add(rendering.aspect());
    aspects.addAll(rendering.moreAspects());
    List<Shape> shapes = new ArrayList<>();
    for (Aspect aspect : aspects) {
      String name = shapes.isEmpty() ? "recap.mp4" : "recap-" + word(aspect) + ".mp4";
      shapes.add(new Shape(name, reframing.size(aspect)));
    }
    return List.copyOf(shapes);
  }

  private static String word(Aspect aspect) {
    return aspect.label().replace(':', 'x');
  }
}
