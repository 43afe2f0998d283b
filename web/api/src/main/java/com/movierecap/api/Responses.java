package com.movierecap.api;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.storage.StoredObject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the resources' requests and answers have in common. */
public final class Responses {
  private Responses() {}

  /** A stored file, the part of it that was asked for (206), or "you have it already" (304). */
  public static Response file(StoredObject stored, String mediaType) {
    if (stored.had()) {
      return Response.notModified()
          .header(HttpHeaders.ETAG, stored.etag())
          .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
          .build();
    }
    StreamingOutput body = stored::sendTo;
    var range = stored.range();
    var answer =
        Response.status(range == null ? 200 : 206)
            .entity(body)
            .type(mediaType)
            .header(HttpHeaders.ETAG, stored.etag())
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .header(HttpHeaders.CONTENT_LENGTH, stored.length());
    if (range != null) {
      answer.header("Content-Range", range.contentRange(stored.size()));
    }
    return answer.build();
  }

  public static EntityTag tag(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /**
   * The version that {@code If-Match} names.
   *
   * @return null where any will do
   */
  public static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    try {
      return Integer.valueOf(ifMatch.strip().replaceAll("^\"|\"$", ""));
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
  }

  /** An id from a path: what is no UUID names nothing. */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }
}
