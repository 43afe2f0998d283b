package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Films on their way in, one after another, whatever the network does. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UploadPageIT extends PortalVisit {
  private static final Pattern FILM = Pattern.compile("film\\.xhtml\\?id=([0-9a-f-]{36})");

  @Test
  void filmsGoOneAfterAnotherEachUnderItsOwnNameWithItsOwnSubtitles() throws IOException {
    openUpload();
    var film = Files.readAllBytes(Films.demo());
    var cues = Files.readAllBytes(Films.subtitles());
    choose(
        file("first.en.srt", cues),
        file("first.mp4", film),
        file("second.mp4", film),
        file("nobodys.srt", cues));
    assertThat(row("first.mp4").locator("[data-cues] bdi").textContent()).isEqualTo("first.en.srt");
    assertThat(row("second.mp4").locator("[data-cues]").isVisible()).isFalse();
    assertThat(row("nobodys.srt").locator("[data-state]").textContent())
        .contains("No film of this name");
    row("first.mp4").locator("[data-id=title]").fill("The first one");
    row("second.mp4").locator("[data-id=spoken]").selectOption("ja");
    page.click("#start");
    awaitState("second.mp4", "done");

    var first = filmOf("first.mp4");
    assertThat(first.get("title").asText()).isEqualTo("The first one");
    assertThat(first.get("has_subtitles").asBoolean()).isTrue();
    var second = filmOf("second.mp4");
    assertThat(second.get("title").asText()).isEqualTo("second");
    assertThat(second.get("language").asText()).isEqualTo("ja");
    assertThat(second.get("has_subtitles").asBoolean()).isFalse();
    assertThat(page.url()).contains("upload.xhtml");
    noEnglishSlippedThrough();
  }

  @Test
  void whatIsNoFilmIsToldAtItsRowAndTheOthersGoOn() throws IOException {
    openUpload();
    choose(
        file("empty.mp4", new byte[0]),
        file("words.mp4", "just some words".getBytes(StandardCharsets.UTF_8)),
        file("list.mp4", "#EXTM3U\nhttp://127.0.0.1/\n".getBytes(StandardCharsets.UTF_8)),
        file("good.mp4", Files.readAllBytes(Films.demo())));
    page.click("#start");
    awaitState("good.mp4", "done");
    for (var bad : List.of("empty.mp4", "words.mp4", "list.mp4")) {
      assertThat(row(bad).getAttribute("data-now")).as(bad).isEqualTo("refused");
      assertThat(row(bad).locator("[data-state]").textContent()).as(bad).isNotBlank();
      assertThat(row(bad).locator("[data-state]").getAttribute("role")).isEqualTo("alert");
    }
    assertThat(page.textContent("#queue")).contains("not a film", "playlist");
    row("words.mp4").locator("[data-remove]").click();
    assertThat(row("words.mp4").count()).isZero();
  }

  @Test
  void aConnectionThatIsLostIsToldAndTriedAgainAndTheFilmIsTakenOnce() throws IOException {
    try (var network = new Network(TestStack.base().getPort())) {
      openBy(network);
      // more than a connection holds on its way
      choose(file("long.mp4", followedByNothing(Films.demo(), 40 << 20)));
      row("long.mp4").locator("[data-id=title]").fill("A long way");
      network.breakAfter(8 << 20);
      page.click("#start");
      awaitState("long.mp4", "lost");
      assertThat(row("long.mp4").locator("[data-state]").textContent())
          .contains("The connection was lost");
      assertThat(row("long.mp4").locator("[data-again]").isVisible()).isTrue();

      // leaving is asked about as long as something is on its way
      var asked = new ArrayList<String>();
      page.onceDialog(
          (Dialog dialog) -> {
            asked.add(dialog.type());
            dialog.dismiss();
          });
      page.locator("nav a").first().click();
      page.waitForCondition(() -> !asked.isEmpty());
      assertThat(asked).containsExactly("beforeunload");
      assertThat(page.url()).contains("upload.xhtml");

      network.mend();
      page.waitForURL(FILM);
      assertThat(page.textContent("h1")).contains("A long way");
    }
    var titles =
        json(Api.signedIn("acme", "editor").get("/api/movies?limit=200")).findValuesAsText("title");
    assertThat(titles).filteredOn("A long way"::equals).hasSize(1);
  }

  /** A film is taken in once, however often its answer gets lost. */
  @Test
  void anAnswerThatIsLostDoesNotDoubleTheFilm() throws IOException {
    try (var network = new Network(TestStack.base().getPort())) {
      openBy(network);
      choose(file("unheard.mp4", Files.readAllBytes(Films.demo())));
      row("unheard.mp4").locator("[data-id=title]").fill("Unheard");
      network.breakAtAnswer("\"film\":");
      page.click("#start");
      awaitState("unheard.mp4", "lost");
      network.mend();
      page.waitForURL(FILM);
    }
    var titles =
        json(Api.signedIn("acme", "editor").get("/api/movies?limit=200")).findValuesAsText("title");
    assertThat(titles).filteredOn("Unheard"::equals).hasSize(1);
  }

  /** What is silent for long is taken for lost, and begins anew: not what nobody wants any more. */
  @Test
  void aFilmTakenOutOnItsWayIsNotSentAgain() throws IOException {
    page.clock().install();
    openUpload();
    var sent = new ArrayList<String>();
    page.route(Pattern.compile("/intake"), unheard -> sent.add(unheard.request().url()));
    choose(file("unwanted.mp4", Files.readAllBytes(Films.demo())));
    page.click("#start");
    page.waitForCondition(() -> !sent.isEmpty());
    row("unwanted.mp4").locator("[data-remove]").click();
    page.clock().runFor("05:00");
    assertThat(page.locator("#queue li").count()).isZero();
    assertThat(sent).hasSize(1);
  }

  @Test
  void aFileDroppedAnywhereIsAddedAndNothingIsOpened() {
    openUpload();
    page.evaluate(
        """
        () => {
          const files = new DataTransfer();
          files.items.add(new File(['x'], 'dropped.mp4'));
          for (const kind of ['dragover', 'drop']) {
            const event = new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: files});
            document.querySelector('h1').dispatchEvent(event);
            window.prevented = event.defaultPrevented;
          }
        }
        """);
    assertThat(page.evaluate("window.prevented")).isEqualTo(true);
    assertThat(row("dropped.mp4").count()).isEqualTo(1);
  }

  private void openUpload() {
    signIn("acme", "editor");
    page.navigate(portal("upload.xhtml"));
  }

  /** Through a proxy, which is all that a browser has of a network here. */
  private void openBy(Network network) {
    page.context().close();
    page =
        visitor(
            options()
                .setProxy(
                    new Proxy("http://127.0.0.1:" + network.port()).setBypass("<-loopback>")));
    openUpload();
  }

  private void choose(FilePayload... files) throws IOException {
    var folder = Files.createTempDirectory(TestStack.STATE, "upload");
    var paths = new ArrayList<Path>();
    for (var file : files) {
      paths.add(Files.write(folder.resolve(file.name), file.buffer));
    }
    page.setInputFiles("#files", paths.toArray(Path[]::new));
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  /** A film with a hole at its end, which readers pass over. */
  private static byte[] followedByNothing(Path film, int bytes) throws IOException {
    var content = Files.readAllBytes(film);
    return java.util.Arrays.copyOf(content, content.length + bytes);
  }

  private Locator row(String name) {
    return page.locator(
        "#queue li", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name));
  }

  private void awaitState(String name, String state) {
    page.waitForFunction(
        "([name, state]) => [...document.querySelectorAll('#queue li')]"
            + ".some(row => row.querySelector('[data-name]').textContent === name && row.dataset.now === state)",
        List.of(name, state));
  }

  private com.fasterxml.jackson.databind.JsonNode filmOf(String name) {
    var id = FILM.matcher(row(name).locator("[data-open]").getAttribute("href"));
    assertThat(id.find()).isTrue();
    return json(Api.signedIn("acme", "editor").get("/api/movies/" + id.group(1)));
  }
}
