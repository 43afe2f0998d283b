package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.storage.ObjectOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** Of a recap the last rendering is kept, and the one under way. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class RecapObjects implements ObjectOwner {
  @Inject private RecapService recaps;

  @Override
  public String folder() {
    return "recaps";
  }

  @Override
  public Predicate<String> kept(UUID id) {
    return recaps
        .find(id)
        .<Predicate<String>>map(
            recap ->
                name ->
                    name.startsWith(recap.job().id() + "/")
                        || !recap.outputs().isEmpty() && name.startsWith(recap.renderedBy() + "/"))
        .orElse(name -> false);
  }
}
