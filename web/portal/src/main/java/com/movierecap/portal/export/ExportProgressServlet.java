package com.movierecap.portal.export;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.jobs.JobProgress;
import com.movierecap.portal.language.Text;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How far archives are, for {@code live.js}: as {@code /progress}, but all there are at once. */
@WebServlet({"/exports.json", "/admin/exports.json"})
public class ExportProgressServlet extends HttpServlet {
  @Inject private Exports exports;
  @Inject private JobProgress progress;
  @Inject private Text text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var answer = Json.createObjectBuilder();
      exports
          .looked(request.getParameter("tenant"))
          .forEach(
              export ->
                  answer.add(
                      "exports/" + export.id(),
                      progress.of(text.get("exports.title"), export.job())));
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(answer.build().toString());
    } catch (ProblemException e) {
      response.sendError(e.type().status());
    }
  }
}
