package com.movierecap.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * The mails of the local stack, to be read in a browser on this machine: a list at {@code /}, and
 * each in both its forms at {@code /NUMBER} and {@code /NUMBER.txt}.
 */
final class MailPage implements AutoCloseable {
  private static final String HTML = "text/html";
  private static final String PLAIN = "text/plain";

  private final HttpServer server;
  private final Supplier<List<MimeMessage>> mails;

  private MailPage(HttpServer server, Supplier<List<MimeMessage>> mails) {
    this.server = server;
    this.mails = mails;
  }

  static MailPage start(int port, Supplier<List<MimeMessage>> mails) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      MailPage page = new MailPage(server, mails);
      server.createContext("/", page::answer);
      server.start();
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // a name of somebody else's that leads here must not show their page what we have
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
        send(exchange, 403, PLAIN, "localhost only\n");
        return;
      }
      String path = exchange.getRequestURI().getPath().substring(1);
      List<MimeMessage> all = mails.get();
      if (path.isEmpty()) {
        send(exchange, 200, HTML, list(all));
        return;
      }
      boolean plain = path.endsWith(".txt");
      String number = path.replaceAll("\\.txt$", "");
      if (!number.matches("[1-9]\\d{0,6}") || Integer.parseInt(number) > all.size()) {
        send(exchange, 404, PLAIN, "no such mail\n");
        return;
      }
      String type = plain ? PLAIN : HTML;
      send(exchange, 200, type, part(all.get(Integer.parseInt(number) - 1), type));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private static String list(List<MimeMessage> all) throws MessagingException {
    StringBuilder rows = new StringBuilder();
    for (int i = all.size(); i > 0; i--) {
      MimeMessage mail = all.get(i - 1);
      rows.append(
          "<tr><td>%s</td><td>%s</td><td><a href=\"/%d\">%s</a></td><td><a href=\"/%d.txt\">text</a></td></tr>%n"
              .formatted(
                  escaped(String.valueOf(mail.getSentDate())),
                  escaped(mail.getHeader("To", ", ")),
                  i,
                  escaped(mail.getSubject()),
                  i));
    }
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="UTF-8"><title>Mails of the local stack</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem}td{padding:.25rem 1rem .25rem 0}</style></head>
        <body><h1>Mails of the local stack</h1><table>
        %s</table></body></html>
        """
        .formatted(rows);
  }

  /** The form of that type, or nothing. */
  static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
    // a mail may show itself, and do nothing
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
