package com.movierecap.portal.jobs;

import com.movierecap.kernel.ProblemException;
import com.movierecap.library.MovieService;
import com.movierecap.portal.language.Text;
import com.movierecap.recap.RecapService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * {@code /progress?of=movies/ID&of=recaps/ID}: how far things are, in the reader's words, for
 * {@code live.js}. What is not there (any more) is not in the answer. Asking is not doing anything:
 * it keeps no session alive.
 */
@WebServlet("/progress")
public class ProgressServlet extends HttpServlet {
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(movies|recaps)/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  /** A page shows no more of them. */
  private static final int MOST = 200;

  @Inject private MovieService movies;
  @Inject private RecapService recaps;
  @Inject private Text text;
  @Inject private JobProgress progress;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var answer = Json.createObjectBuilder();
    var wanted = request.getParameterValues("of");
    for (int i = 0; wanted != null && i < Math.min(wanted.length, MOST); i++) {
      add(wanted[i], answer);
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(answer.build().toString());
  }

  private void add(String subject, JsonObjectBuilder answer) {
    var matcher = SUBJECT.matcher(subject);
    if (!matcher.matches()) {
      return;
    }
    var id = UUID.fromString(matcher.group(2));
    try {
      if (matcher.group(1).equals("movies")) {
        var movie = movies.get(id);
        answer.add(subject, progress.of(movie.title(), movie.analysisJob()));
      } else {
        var recap = recaps.get(id);
        var title = text.format("recap.title", recap.movie().title());
        answer.add(subject, progress.of(title, recap.job()));
      }
    } catch (ProblemException e) {
      // deleted meanwhile, or never the reader's
    }
  }
}
