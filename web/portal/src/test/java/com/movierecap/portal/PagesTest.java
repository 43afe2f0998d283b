package com.movierecap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What holds for every page: its words are keys, and its sides are logical. */
class PagesTest {
  private static final Path PAGES = Path.of("src/main/webapp");

  /** Attributes that a reader reads or hears. */
  private static final Set<String> READ =
      Set.of(
          "title",
          "alt",
          "placeholder",
          "label",
          "aria-label",
          "header",
          "message",
          "heading",
          "words",
          "hint",
          "itemLabel",
          "uploadLabel",
          "cancelLabel",
          "requiredMessage",
          "converterMessage",
          "validatorMessage");

  private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern KEY =
      Pattern.compile("text(?:\\.format\\(|\\[)'([a-z0-9.-]+)'[\\],)]");
  private static final Pattern CHOICE =
      Pattern.compile("text\\[[^\\]]*\\? '([a-z0-9.-]+)' : '([a-z0-9.-]+)'");
  private static final Pattern SIDE =
      Pattern.compile("(?:^|[;{\\s-])(?:left|right)\\s*:|text-align\\s*:\\s*(?:left|right)");

  static Stream<Path> pages() throws IOException {
    try (var files = Files.walk(PAGES)) {
      return files.filter(f -> f.toString().endsWith(".xhtml")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noWordOfAPageIsWrittenInThePage(Path page) throws Exception {
    var words = new ArrayList<String>();
    collect(root(page), words);
    assertThat(words).as(page.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyKeyOfAPageIsThere(Path page) throws IOException {
    var english = Messages.in(Language.EN);
    var source = Files.readString(page);
    var keys = new ArrayList<String>();
    KEY.matcher(source).results().forEach(m -> keys.add(m.group(1)));
    CHOICE.matcher(source).results().forEach(m -> keys.addAll(List.of(m.group(1), m.group(2))));
    assertThat(keys).allSatisfy(key -> assertThat(english.has(key)).as(key).isTrue());
  }

  @Test
  void sidesAreLogicalSoThatArabicMirrors() throws IOException {
    var css = Files.readString(PAGES.resolve("resources/recap/portal.css"));
    assertThat(SIDE.matcher(css).results().map(m -> m.group())).isEmpty();
    assertThat(css).doesNotContain("margin-left", "margin-right", "padding-left", "padding-right");
  }

  @Test
  void noPageHasAScriptOfItsOwn() throws IOException {
    for (var page : pages().toList()) {
      assertThat(Files.readString(page))
          .as(page.toString())
          .doesNotContainPattern("<script|\\son[a-z]+=");
    }
  }

  private static void collect(Element element, List<String> words) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      var shown =
          READ.contains(attribute.getNodeName())
              || attribute.getNodeName().equals("value") && isShown(element);
      if (shown && isWord(attribute.getNodeValue()) && !isKeyOfTag(element, attribute)) {
        words.add(attribute.toString());
      }
    }
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        collect(inner, words);
      } else if (child instanceof Text text && isWord(text.getData())) {
        words.add(text.getData().strip());
      }
    }
  }

  /** Buttons and outputs show their value; a parameter or a choice does not. */
  private static boolean isShown(Element element) {
    return Set.of(
            "commandButton", "commandLink", "outputText", "outputLabel", "button", "link", "fact")
        .contains(element.getLocalName());
  }

  /** The tag for failures takes the key itself. */
  private static boolean isKeyOfTag(Element element, Node attribute) {
    return "failure".equals(element.getLocalName())
        && attribute.getNodeName().equals("heading")
        && Messages.in(Language.EN).has(attribute.getNodeValue());
  }

  private static boolean isWord(String text) {
    return LETTER.matcher(EXPRESSION.matcher(text).replaceAll("")).find();
  }

  private static Element root(Path page) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(page.toFile()).getDocumentElement();
  }
}
