package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is compiled against one version of EclipseLink and runs with another breaks unseen. */
class EclipseLinkIT {
  @Test
  void libertyShipsTheVersionThatWeCompileAgainst() throws Exception {
    var shipped = TestStack.WLP.resolve("dev/api/third-party");
    try (var jars = Files.newDirectoryStream(shipped, "io.openliberty.persistence.3.1.*.jar")) {
      var jar = jars.iterator().next().toUri().toURL();
      try (var alone = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
        var version = alone.loadClass("org.eclipse.persistence.Version");
        assertThat(version.getMethod("getVersion").invoke(null))
            .isEqualTo(System.getProperty("eclipselink.version"));
      }
    }
  }
}
