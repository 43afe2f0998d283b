package com.movierecap.outbound;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * One question to a stranger's server, and its answer: to public addresses only, never further than
 * it was sent, and neither for longer nor for more than an honest one needs.
 */
@ApplicationScoped
public class HttpExchange implements HTTPRequestSender, ResourceRetriever {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 256 * 1024;

  @Inject private PublicAddresses addresses;

  @jakarta.annotation.Resource private ManagedScheduledExecutorService scheduler;

  private @Nullable GuardedSockets sockets;

  @PostConstruct
  void prepare() {
    sockets = new GuardedSockets(addresses);
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    var uri = request.getURI();
    addresses.check(uri);
    var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    // whoever answers one byte at a time does not hold us for longer either
    var end = scheduler.schedule(connection::disconnect, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return exchange(connection, request);
    } finally {
      end.cancel(false);
      connection.disconnect();
    }
  }

  private HTTPResponse exchange(HttpURLConnection connection, ReadOnlyHTTPRequest request)
      throws IOException {
    if (connection instanceof HttpsURLConnection secure && sockets != null) {
      secure.setSSLSocketFactory(sockets);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout((int) PATIENCE.toMillis());
    connection.setReadTimeout((int) PATIENCE.toMillis());
    connection.setRequestMethod(request.getMethod().name());
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(v -> connection.addRequestProperty(name, v)));
    var body = request.getBody();
    if (body != null) {
      connection.setDoOutput(true);
      try (var out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    var response = new HTTPResponse(connection.getResponseCode());
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              if (name != null) {
                response.setHeader(name, values.toArray(String[]::new));
              }
            });
    response.setBody(body(connection, response.getStatusCode()));
    return response;
  }

  private static String body(HttpURLConnection connection, int status) throws IOException {
    try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (in == null) {
        return "";
      }
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** A document that must be there. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      var answer = send(new HTTPRequest(HTTPRequest.Method.GET, url.toURI()));
      if (answer.getStatusCode() != HTTPResponse.SC_OK) {
        throw new IOException(url + " answers " + answer.getStatusCode());
      }
      return new Resource(String.valueOf(answer.getBody()), null);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
