package com.movierecap.rules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Path;

/** Takes the classes of the module whose tests run, and none of its tests or of other modules. */
public final class ThisModule implements ImportOption {
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

  @Override
  public boolean includes(Location location) {
    var uri = location.asURI();
    return "file".equals(uri.getScheme()) && Path.of(uri).startsWith(CLASSES);
  }
}
