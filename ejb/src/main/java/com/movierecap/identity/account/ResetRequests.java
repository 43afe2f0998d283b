package com.movierecap.identity.account;

import com.movierecap.audit.Origin;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Secret;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.TenantContext;
import com.movierecap.storage.RedisAttempts;
import com.movierecap.storage.RedisKey;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what people ask who have forgotten their password. Whoever asks learns nothing by it: the
 * same is done and answered at once for every address, and whether there is an account is looked up
 * after that. More than five wishes in five minutes, for one address or from one place, are
 * answered like the others and not heard.
 */
@ApplicationScoped
public class ResetRequests {
  private static final Logger LOG = Logger.getLogger(ResetRequests.class.getName());
  private static final int MOST = 5;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Resource private ManagedExecutorService executor;

  @Inject private RedisAttempts attempts;
  @Inject private LostPasswords passwords;

  /**
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where nothing can be counted
   */
  public void ask(String email, Language otherwise) {
    var address = email.strip().toLowerCase(Locale.ROOT);
    var origin = Origin.current();
    var ofAccount = RedisKey.ofTenant("reset:" + Secret.hash(address));
    var ofPlace = RedisKey.ofTenant("reset-from:" + origin.address());
    long wishes =
        Math.max(attempts.take(ofAccount, MOST, PAUSE), attempts.take(ofPlace, MOST, PAUSE));
    if (wishes > MOST) {
      return;
    }
    var tenant = TenantContext.required();
    executor.execute(
        () -> {
          try {
            origin.call(
                () ->
                    TenantContext.call(
                        tenant,
                        () -> {
                          passwords.send(address, otherwise);
                          return address;
                        }));
          } catch (Exception e) {
            LOG.log(Level.SEVERE, "a link could not be sent", e);
          }
        });
  }
}
