package com.movierecap.portal.error;

import com.movierecap.kernel.Ids;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One failure of ours: the reader gets its id, the log has the rest. */
final class Incident {
  private static final Logger LOG = Logger.getLogger(Incident.class.getName());

  private Incident() {}

  static String log(Throwable failure, String path) {
    var id = Ids.next().toString();
    LOG.log(Level.SEVERE, failure, () -> "incident " + id + " at " + path);
    return id;
  }
}
