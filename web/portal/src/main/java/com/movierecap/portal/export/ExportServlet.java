package com.movierecap.portal.export;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.media.Medium;
import com.movierecap.storage.S3ObjectStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An archive as a download, which browsers may take up again in its middle. */
@WebServlet({"/export.zip", "/admin/export.zip"})
public class ExportServlet extends HttpServlet {
  @Inject private Exports exports;
  @Inject private S3ObjectStore store;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var archive = exports.archive(request.getParameter("tenant"), request.getParameter("id"));
      var stored = store.open(archive, Medium.wanted(request));
      new Medium(stored, "application/zip", "export.zip").send(response, true);
    } catch (ProblemException e) {
      response.sendError(e.type().status());
    }
  }
}
