package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.storage.ObjectOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** Of a tenant's watermarks the one in force is kept. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class WatermarkObjects implements ObjectOwner {
  @Inject private TenantWatermarks watermarks;

  @Override
  public String folder() {
    return "watermarks";
  }

  @Override
  public Predicate<String> kept(UUID id) {
    var inForce = watermarks.find().filter(mark -> mark.pictureId().equals(id)).isPresent();
    return name -> inForce;
  }
}
