package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes a watermark in: stores its picture, and only then changes the row. Holds no transaction
 * while bytes flow; whatever fails, nothing is left behind.
 */
@ApplicationScoped
@AllowedTo(Role.ADMINISTER)
public class WatermarkIntake {
  @Inject private S3ObjectStore store;
  @Inject private TenantWatermarks watermarks;

  /**
   * Changes the watermark for every recap that is rendered from now on.
   *
   * @param expected the version the caller saw, or null for any
   * @throws ProblemException where there is neither a picture yet nor a new one, or no room for it
   */
  public TenantWatermark take(WatermarkChange change, @Nullable Integer expected)
      throws IOException {
    var picture = change.picture();
    if (picture == null) {
      return watermarks.change(change, null, expected);
    }
    var id = Ids.next();
    try {
      store.put(ObjectKey.ofWatermark(id), new ByteArrayInputStream(picture.png()), "image/png");
      return watermarks.change(change, id, expected);
    } catch (IOException | RuntimeException e) {
      store.deleteFolder(ObjectKey.watermarkFolder(id));
      throw e;
    }
  }
}
