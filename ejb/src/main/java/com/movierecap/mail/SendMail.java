package com.movierecap.mail;

import com.movierecap.access.AllowedTo;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobHandler;
import com.movierecap.jobs.JobKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands a mail to the SMTP server that server.xml names. One that was taken there while we died is
 * sent once more, under the same id.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class SendMail implements JobHandler {
  @Resource(lookup = "mail/recap")
  private Session session;

  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "mail.sender")
  private String sender;

  @Inject private Clock clock;

  @Override
  public JobKind kind() {
    return JobKind.MAIL;
  }

  @Override
  public boolean publish(Job job, Path results, Watcher watcher) throws IOException {
    var letter = outbox.letter(job.subjectId());
    if (letter.isPresent()) {
      try {
        var from = new InternetAddress(sender, true);
        Transport.send(letter.get().message(session, from, Instant.now(clock)));
      } catch (MessagingException e) {
        throw new IOException("a mail was not taken", e);
      }
    }
    return true;
  }

  @Override
  public void finish(Job job, Path results) {
    outbox.sent(job.subjectId());
  }

  @Override
  public void discard(Job job) {
    // what is sent is sent
  }
}
