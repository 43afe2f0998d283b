package com.movierecap.it;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The axe engine, which finds in a page what keeps people from using it. */
final class Axe {
  private static final String SCRIPT = script();

  /** What is moving has no contrast yet. */
  private static final String AT_REST =
      """
      () => Promise.all(document.getAnimations()
        .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
        .map(each => each.finished.catch(() => {})))
      """;

  private static final String RUN =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(rule =>
        rule.nodes.map(node => rule.id + ' (' + rule.impact + ') ' + node.html.slice(0, 200)
          + ' ' + node.failureSummary.replace(/\\s+/g, ' ')))
      """;

  private Axe() {}

  /** What is wrong in the page as it is now; all rules of axe count, best practice too. */
  static List<String> violations(Page page) {
    page.evaluate(AT_REST);
    if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(SCRIPT);
    }
    var found = new ArrayList<String>();
    ((List<?>) page.evaluate(RUN)).forEach(each -> found.add(each.toString()));
    return found;
  }

  private static String script() {
    try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
