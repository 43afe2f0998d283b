package com.movierecap.portal.error;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a step leaves for the page that the browser is sent to next, which takes it and shows it
 * once. Not the flash of Faces: that goes by a cookie of its own, and on a busy machine what it
 * carried was lost now and then.
 */
@SessionScoped
class NextPage implements Serializable {
  private final Map<String, Serializable> left = new HashMap<>();

  synchronized void leave(String name, Serializable what) {
    left.put(name, what);
  }

  synchronized <T extends Serializable> Optional<T> take(String name, Class<T> type) {
    return Optional.ofNullable(left.remove(name)).map(type::cast);
  }
}
