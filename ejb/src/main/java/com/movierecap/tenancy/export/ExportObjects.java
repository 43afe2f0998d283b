package com.movierecap.tenancy.export;

import com.movierecap.access.AllowedTo;
import com.movierecap.storage.ObjectOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** An archive is kept as long as its row. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class ExportObjects implements ObjectOwner {
  @Inject private TenantExports exports;

  @Override
  public String folder() {
    return "exports";
  }

  @Override
  public Predicate<String> kept(UUID id) {
    var isThere = exports.find(id).isPresent();
    return name -> isThere;
  }
}
