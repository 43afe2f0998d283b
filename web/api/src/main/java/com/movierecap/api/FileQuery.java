package com.movierecap.api;

import com.movierecap.storage.Wanted;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** The headers by which a request says what of a file it wants. */
public class FileQuery {
  @HeaderParam("Range")
  private @Nullable String range;

  @HeaderParam("If-Range")
  private @Nullable String ifRange;

  @HeaderParam("If-None-Match")
  private @Nullable String ifNoneMatch;

  public Wanted wanted() {
    return new Wanted(range, ifRange, ifNoneMatch);
  }
}
