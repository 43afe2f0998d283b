package com.movierecap.api.json;

import com.movierecap.i18n.Bytes;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Our records as JSON, in the engine's own shape ({@code snake_case}), so that a pick looks the
 * same in {@code recap.json} and in an answer. Unknown fields are refused: a misspelt wish must not
 * be ignored in silence.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  /** What people send is wishes; a thousand picks have a tenth of this. */
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
    return isOurs(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] on,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var json = body.readNBytes(MOST_BYTES + 1);
    if (json.length > MOST_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, new Bytes(MOST_BYTES));
    }
    return Json.parseStrictly(new ByteArrayInputStream(json), type);
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
    return isOurs(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] on,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(Json.line(value).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isOurs(Class<?> type) {
    return type.getPackageName().startsWith("com.movierecap.");
  }
}
