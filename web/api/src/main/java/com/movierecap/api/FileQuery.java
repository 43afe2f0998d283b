package com.movierecap.api;

import com.movierecap.storage.Wanted;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The headers by which a request says what of a file it wants. */
public class FileQuery {
  @HeaderParam("Range")
  private @Nullable String range;

  @HeaderParam("If-Range")
  private @Nullable String ifRange;

  @HeaderParam("If-None-Match")
  private @Nullable String ifNoneMatch;

  @Context private @Nullable HttpHeaders headers;

  public Wanted wanted() {
    var codings = headers == null ? null : headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    return new Wanted(range, ifRange, ifNoneMatch, codings);
  }
}
