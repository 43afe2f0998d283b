package com.movierecap.tools;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command said, and its exit code. */
record Said(int code, String out, String err) {
  static Said by(Map<String, String> environment, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Tools.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Said(code, out.toString(), err.toString());
  }

  String all() {
    return out + err;
  }
}
