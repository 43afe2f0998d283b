package com.movierecap.api.problem;

import com.movierecap.json.Json;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Written as it is, whatever the request said it accepts. */
record ProblemBody(Problem problem) implements StreamingOutput {
  @Override
  public void write(OutputStream out) throws IOException {
    out.write(Json.line(problem).getBytes(StandardCharsets.UTF_8));
  }
}
