package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.i18n.Language;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.kernel.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what people ask who have forgotten their password. Whoever asks learns nothing by it: the
 * same is done and answered at once for every address, and whether there is an account is looked up
 * after that. How often is a matter of {@link AttemptLimiter}: nobody's mailbox is to be filled.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class ResetRequests {
  private static final Logger LOG = Logger.getLogger(ResetRequests.class.getName());

  @Resource private ManagedExecutorService executor;

  @Inject private AttemptLimiter limiter;
  @Inject private LostPasswords passwords;

  /**
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where there were too many wishes
   */
  public void ask(String email, Language otherwise) {
    var address = email.strip().toLowerCase(Locale.ROOT);
    limiter.ask(AttemptKind.RESET_MAIL, address);
    executor.execute(CallContext.current().wrap(() -> send(address, otherwise)));
  }

  private void send(String address, Language otherwise) {
    try {
      passwords.send(address, otherwise);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a link could not be sent", e);
    }
  }
}
