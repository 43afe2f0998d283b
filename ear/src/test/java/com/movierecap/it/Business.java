package com.movierecap.it;

import java.io.File;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EJB module and its libraries, taken out of the real EAR, as a test application. */
final class Business {
  private Business() {}

  /** As {@link #archive}, for tests inside of it: it leaves jobs to the server's own. */
  static WebArchive forTest(String name) {
    return archive(name)
        .addAsResource(
            new StringAsset("config_ordinal=900\njobs.at.once=0\n"),
            "META-INF/microprofile-config.properties")
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  static WebArchive archive(String name) {
    var ear =
        ShrinkWrap.create(ZipImporter.class, "recap.ear")
            .importFrom(new File(System.getProperty("project.root"), "ear/target/recap.ear"))
            .as(EnterpriseArchive.class);
    var war = ShrinkWrap.create(WebArchive.class, name);
    Map<ArchivePath, Node> jars = ear.getContent(path -> path.get().endsWith(".jar"));
    jars.values()
        .forEach(
            jar -> {
              var file = jar.getPath().get();
              war.addAsLibrary(jar.getAsset(), file.substring(file.lastIndexOf('/') + 1));
            });
    // Arquillian asks for its test on the public port
    war.addAsWebInfResource(
        new StringAsset(
            "<web-bnd xmlns=\"http://websphere.ibm.com/xml/ns/javaee\" version=\"1.2\">"
                + "<virtual-host name=\"app_host\"/></web-bnd>"),
        "ibm-web-bnd.xml");
    return war;
  }
}
