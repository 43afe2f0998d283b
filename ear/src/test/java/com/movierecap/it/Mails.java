package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What people get by mail, as the mail server of the stack took it. */
final class Mails {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINK =
      Pattern.compile("https?://\\S+\\?token=([A-Za-z0-9_-]{43})(?=\\s)");

  private Mails() {}

  /** All to that address so far, oldest first. */
  static List<MimeMessage> to(String address) {
    return TestStack.stack().mails().receivedBy(address);
  }

  /** The newest of them, once there are so many. */
  static MimeMessage await(String address, int count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (to(address).size() < count && System.nanoTime() < end) {
      Api.pause();
    }
    var all = to(address);
    assertThat(all).as("mails to %s", address).hasSize(count);
    return all.get(count - 1);
  }

  static String linkFor(String address, int count) {
    var text = text(await(address, count));
    var found = LINK.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group();
  }

  /** What the link of somebody's only mail opens by. */
  static String tokenFor(String address) {
    return tokenFor(address, 1);
  }

  static String tokenFor(String address, int count) {
    return linkFor(address, count).replaceAll("^.*token=", "");
  }

  static String text(MimeMessage mail) {
    return part(mail, "text/plain");
  }

  static String html(MimeMessage mail) {
    return part(mail, "text/html");
  }

  private static String part(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        return (String) part.getContent();
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          var found = part(parts.getBodyPart(i), type);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
      return "";
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
