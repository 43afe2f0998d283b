package com.movierecap.storage;

import java.util.UUID;
import java.util.function.Predicate;

/** Knows which objects below one of a tenant's folders something still stands for. */
public interface ObjectOwner {
  /** The folder's name within the tenant's: {@code movies}. */
  String folder();

  /**
   * Which objects of one thing of the bound tenant are to be kept.
   *
   * @param id of the movie, recap or whatever has the objects
   * @return by the object's name within the thing's folder, such as {@code film}
   */
  Predicate<String> kept(UUID id);
}
