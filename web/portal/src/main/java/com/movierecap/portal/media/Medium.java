package com.movierecap.portal.media;

import com.movierecap.storage.StoredObject;
import com.movierecap.storage.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An open file and what it is, as an answer: the whole, a part, or "you have it already". */
public record Medium(StoredObject stored, String mediaType, String fileName) {

  /** What of a file a request asks for. */
  public static Wanted wanted(HttpServletRequest request) {
    return new Wanted(
        request.getHeader("Range"),
        request.getHeader("If-Range"),
        request.getHeader("If-None-Match"),
        request.getHeader("Accept-Encoding"));
  }

  /**
   * @param download whether the browser should keep it instead of showing it
   */
  public void send(HttpServletResponse response, boolean download) throws IOException {
    response.setHeader("ETag", stored.etag());
    response.setHeader("Cache-Control", "private, no-cache");
    if (stored.had()) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    describe(response, download);
    stored.sendTo(response.getOutputStream());
  }

  private String ending() {
    return fileName.substring(Math.max(fileName.lastIndexOf('.'), 0));
  }

  private void describe(HttpServletResponse response, boolean download) {
    var range = stored.range();
    response.setStatus(range == null ? 200 : 206);
    response.setContentType(mediaType);
    response.setContentLengthLong(stored.length());
    response.setHeader("Accept-Ranges", "bytes");
    if (range != null) {
      response.setHeader("Content-Range", range.contentRange(stored.size()));
    }
    if (download) {
      response.setHeader("Content-Disposition", SavedName.attachment(fileName, "recap" + ending()));
    }
  }
}
