package com.movierecap.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/**
 * An SMTP server that takes every mail and sends none on. It keeps them in memory, for tests and
 * for the {@link MailPage}, until it stops.
 */
public final class MailSink implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String USER = "recap";

  private final GreenMail server;
  private final MailPage page;
  private final String password;

  private MailSink(GreenMail server, MailPage page, String password) {
    this.server = server;
    this.page = page;
    this.password = password;
  }

  static MailSink start(StateDirectory state) {
    String password = state.secret("smtp");
    GreenMail server =
        new GreenMail(new ServerSetup(state.port("smtp"), HOST, ServerSetup.PROTOCOL_SMTP));
    server.setUser(USER, password);
    server.start();
    try {
      MailPage page = MailPage.start(state.port("mail.page"), () -> received(server));
      return new MailSink(server, page, password);
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  int port() {
    return server.getSmtp().getPort();
  }

  String user() {
    return USER;
  }

  String password() {
    return password;
  }

  /** Where a person reads the mails. */
  String pageUrl() {
    return page.url();
  }

  /** What was sent to that address, oldest first. */
  public List<MimeMessage> receivedBy(String address) {
    return received(server).stream().filter(mail -> isTo(mail, address)).toList();
  }

  private static List<MimeMessage> received(GreenMail server) {
    return List.of(server.getReceivedMessages());
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getRecipients(RecipientType.TO))
          .anyMatch(to -> ((InternetAddress) to).getAddress().equalsIgnoreCase(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    page.close();
    server.stop();
  }
}
