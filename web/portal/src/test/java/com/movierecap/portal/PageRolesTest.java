package com.movierecap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Each page and servlet says in web.xml who may open it. */
class PageRolesTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path TABLE = Path.of("../../ops/roles/pages.md");
  private static final String EVERYTHING = "/*";
  private static final String EVERYBODY = "everybody";

  @Test
  void eachIsNamed() throws Exception {
    var roles = roles();
    for (var address : addresses()) {
      assertThat(roles.keySet().stream().filter(pattern -> matches(pattern, address)))
          .as("%s: name it in web.xml, with those who may open it", address)
          .isNotEmpty();
    }
  }

  @Test
  void theTableIsTheirs() throws Exception {
    var roles = roles();
    var table =
        new StringBuilder(
            "# Who may open which page\n\nMade from `web.xml` by `PageRolesTest`, which writes it"
                + " anew to `web/portal/target/pages.md`.\n\n| page | roles |\n|---|---|\n");
    for (var address : addresses()) {
      var allowed =
          roles.entrySet().stream()
              .filter(entry -> matches(entry.getKey(), address))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(List.of());
      table.append(
          "| `/portal%s` | %s |\n"
              .formatted(address, allowed.isEmpty() ? EVERYBODY : String.join(", ", allowed)));
    }
    Files.writeString(Path.of("target/pages.md"), table);
    assertThat(table.toString())
        .as("copy target/pages.md to %s", TABLE)
        .isEqualTo(Files.readString(TABLE));
  }

  private static List<String> addresses() throws Exception {
    var all = new TreeSet<String>();
    try (var files = Files.walk(PAGES)) {
      files
          .map(file -> "/" + PAGES.relativize(file))
          .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF"))
          .forEach(all::add);
    }
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.movierecap.portal")
            .stream()
            .filter(type -> type.isAnnotatedWith(WebServlet.class))
            .flatMap(type -> Arrays.stream(type.getAnnotationOfType(WebServlet.class).value()))
            .forEach(all::add);
    assertThat(all).hasSizeGreaterThan(25);
    return List.copyOf(all);
  }

  /** By pattern, the exact ones first; none where everybody may come. */
  private static Map<String, List<String>> roles() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(PAGES.resolve("WEB-INF/web.xml").toFile());
    var exact = new LinkedHashMap<String, List<String>>();
    var wide = new LinkedHashMap<String, List<String>>();
    var constraints = document.getElementsByTagName("security-constraint");
    for (int i = 0; i < constraints.getLength(); i++) {
      var constraint = (Element) constraints.item(i);
      var allowed = texts(constraint, "role-name").toList();
      texts(constraint, "url-pattern")
          .filter(pattern -> !pattern.equals(EVERYTHING))
          .forEach(pattern -> (pattern.endsWith("/*") ? wide : exact).put(pattern, allowed));
    }
    exact.putAll(wide);
    return exact;
  }

  private static Stream<String> texts(Element parent, String tag) {
    var nodes = parent.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent());
  }

  private static boolean matches(String pattern, String address) {
    return pattern.endsWith("/*")
        ? address.equals(pattern) || address.startsWith(pattern.substring(0, pattern.length() - 1))
        : address.equals(pattern);
  }
}
