package com.movierecap.portal.organisation;

import com.movierecap.portal.page.Once;
import com.movierecap.portal.session.Permissions;
import com.movierecap.portal.usage.UsageWords;
import com.movierecap.usage.Quotas;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the reader's organisation has used this month, beside what its plan allows. */
@Named("ownUsage")
@RequestScoped
public class OwnUsage {
  @Inject private Quotas quotas;
  @Inject private Permissions may;
  @Inject private UsageWords words;

  private final Once<Quotas.Standing> standing = new Once<>(this::read);

  private Quotas.Standing read() {
    may.mustAdminister();
    return quotas.standing();
  }

  private Quotas.Standing standing() {
    return standing.get();
  }

  public String getPlan() {
    return standing().plan();
  }

  public String getStorage() {
    return words.storage(standing().storageBytes(), limit(standing().storageLimit()));
  }

  public String getProcessing() {
    return words.processing(standing().processingSeconds(), limit(standing().processingLimit()));
  }

  private static @Nullable Long limit(OptionalLong limit) {
    return limit.isPresent() ? limit.getAsLong() : null;
  }
}
