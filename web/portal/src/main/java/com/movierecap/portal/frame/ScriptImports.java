package com.movierecap.portal.frame;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script imports. Scripts name each other by relative paths, as {@code './queue.js'}, which
 * browsers would look for beside the script's own address; Faces has them elsewhere.
 */
final class ScriptImports {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^(import\\b[^;'\"]*)'(\\.{1,2}/[\\w./-]+\\.js)'");

  private ScriptImports() {}

  /**
   * Gives each import the address that its file has.
   *
   * @param name of the script, as {@code upload/sending.js}
   * @param address gives a file's address by its name
   */
  static String addressed(String script, String name, UnaryOperator<String> address) {
    var here = URI.create(name);
    return IMPORT
        .matcher(script)
        .replaceAll(
            found -> {
              var file = here.resolve(found.group(2)).toString();
              return Matcher.quoteReplacement(found.group(1) + "'" + address.apply(file) + "'");
            });
  }
}
