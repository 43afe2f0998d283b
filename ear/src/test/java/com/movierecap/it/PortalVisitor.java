package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a browser's good manners: it shows its cookies at any host and posts any form.
 */
final class PortalVisitor {
  // under HTTP/2 the host is the address', whatever the header says
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]*)\"");

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String host = "localhost";

  static PortalVisitor signedIn(String tenant, String email) {
    var visitor = new PortalVisitor().at(tenant + ".localhost");
    var door = visitor.get("sign-in.xhtml");
    var entered =
        visitor.post(
            "sign-in.xhtml",
            Map.of(
                "email",
                email,
                "password",
                TestStack.PASSWORD,
                "enter",
                "enter",
                "door_SUBMIT",
                "1",
                "jakarta.faces.ViewState",
                viewState(door)));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
    return visitor;
  }

  /** From here on at another host, with the same cookies. */
  PortalVisitor at(String otherHost) {
    host = otherHost;
    return this;
  }

  PortalVisitor copy() {
    var copy = new PortalVisitor().at(host);
    copy.cookies.putAll(cookies);
    return copy;
  }

  HttpResponse<String> get(String page) {
    return send(request(page));
  }

  HttpResponse<String> post(String page, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  static String viewState(HttpResponse<String> page) {
    var found = VIEW_STATE.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private HttpRequest.Builder request(String page) {
    var request =
        HttpRequest.newBuilder(URI.create(TestStack.base() + "/portal/" + page))
            .header("Host", host + ":" + TestStack.base().getPort());
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      for (var cookie : answer.headers().allValues("Set-Cookie")) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || pair[1].equals("\"\"")) {
          cookies.remove(pair[0]);
        } else {
          cookies.put(pair[0], pair[1]);
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
