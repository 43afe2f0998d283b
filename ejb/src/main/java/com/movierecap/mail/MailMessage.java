package com.movierecap.mail;

import com.movierecap.i18n.Language;
import com.movierecap.kernel.Line;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * A mail as a mail program gets it, in two forms of which it shows one (RFC 2046, section 5.1.4).
 *
 * @param id the same however often it is sent, so that mail programs know a second copy
 * @param subject one line
 */
public record MailMessage(
    UUID id, String recipient, Language language, String subject, String text, String html) {
  private static final int LONGEST_SUBJECT = 200;
  private static final String UTF_8 = "UTF-8";

  /** Nothing in a header may begin another one: names come from people. */
  public MailMessage {
    subject = oneLine(subject);
  }

  MimeMessage message(Session session, InternetAddress sender, Instant now)
      throws MessagingException {
    var domain = sender.getAddress().replaceAll("^.*@", "");
    var message = new Identified(session, "<" + id + "@" + domain + ">");
    message.setFrom(sender);
    message.setRecipient(RecipientType.TO, new InternetAddress(recipient, true));
    message.setSubject(subject, UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", language.tag());
    var both = new MimeMultipart("alternative");
    both.addBodyPart(part(text, "plain"));
    both.addBodyPart(part(html, "html"));
    message.setContent(both);
    message.saveChanges();
    return message;
  }

  static String oneLine(String text) {
    var line = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    return Line.start(line, LONGEST_SUBJECT);
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  /** Jakarta Mail would make a new id each time. */
  private static final class Identified extends MimeMessage {
    private final String messageId;

    private Identified(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
