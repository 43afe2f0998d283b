package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People's ways through the portal, in a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PortalIT extends PortalVisit {
  @Test
  void aFilmIsUploadedRecappedWatchedAndDownloaded() throws IOException {
    signIn("acme", "editor");
    page.navigate(portal("upload.xhtml"));
    page.fill("#title", "The tide <b>comes</b> in");
    page.setInputFiles("#subtitles_input", Films.subtitles());
    page.waitForSelector("#cues .chosen");
    page.setInputFiles("#film_input", Films.demo());
    page.click("#film .ui-fileupload-upload");
    page.waitForURL(Pattern.compile(".*film\\.xhtml.*"));
    assertThat(page.textContent("h1")).contains("The tide <b>comes</b> in");

    // the page shows the timeline by itself once the analysis is there
    page.waitForSelector(".strip .shot");
    // a page is shown while it still arrives
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    page.waitForFunction("() => document.querySelectorAll('.strip .shot').length >= 12");

    page.fill("[id='order:length']", "12");
    page.check("input[name='order:style'][value='trailer']");
    page.check("input[name='order:aspect'][value='9:16']");
    page.click("[id='order:submit']");
    page.waitForURL(Pattern.compile(".*recap\\.xhtml.*"));
    page.waitForSelector("#player");
    page.waitForFunction("() => document.querySelector('#player').readyState >= 1");
    assertThat(((Number) page.evaluate("document.querySelector('#player').duration")).doubleValue())
        .isBetween(11.7, 12.3);
    page.evaluate("document.querySelector('#player').play()");
    page.waitForFunction("() => document.querySelector('#player').currentTime > 0.5");
    assertThat(
            ((Number) page.evaluate("document.querySelector('#player').textTracks.length"))
                .intValue())
        .isEqualTo(1);
    page.waitForFunction(
        "() => (document.querySelector('#player').textTracks[0].cues || []).length > 0");
    assertThat(page.locator(".pick-list .pick").count()).isPositive();
    assertThat(page.locator(".pick .reason").count()).isPositive();
    assertThat(page.locator(".files a").count()).isGreaterThanOrEqualTo(9);

    var download = page.waitForDownload(() -> page.locator(".files a").last().click());
    assertThat(Files.size(download.path())).isPositive();
    noEnglishSlippedThrough();

    // one pick stays, another goes, the rest is chosen again
    var ranges = page.locator(".pick-range > span:first-child");
    var kept = ranges.first().textContent();
    var dropped = ranges.nth(1).textContent();
    page.locator(".pick").first().locator("input[value='keep']").check();
    page.locator(".pick").nth(1).locator("input[value='drop']").check();
    page.click("[id='edit:rechoose']");
    page.waitForSelector(".waiting");
    page.waitForFunction("() => !document.querySelector('.waiting')");
    page.waitForSelector("[id='edit:rechoose']");
    assertThat(ranges.allTextContents()).contains(kept).doesNotContain(dropped);
    noEnglishSlippedThrough();
  }

  @Test
  void whatIsSaidOfAFilmMayBeSaidAfterItIsChosen() {
    signIn("acme", "editor");
    page.navigate(portal("upload.xhtml"));
    page.setInputFiles("#film_input", Films.demo());
    page.fill("#title", "Said last");
    page.selectOption("#spoken", "ja");
    page.click("#film .ui-fileupload-upload");
    page.waitForURL(Pattern.compile(".*film\\.xhtml.*"));
    assertThat(page.textContent("h1")).contains("Said last");
    page.waitForSelector("main >> text=Japanese");
  }

  @Test
  void whatIsNoFilmIsToldOnThePage() throws IOException {
    signIn("acme", "editor");
    for (var bad : List.of("", "just some words", "#EXTM3U\nhttp://127.0.0.1/\n")) {
      var file = Files.createTempFile("bad", ".mp4");
      Files.write(file, bad.getBytes(StandardCharsets.UTF_8));
      page.navigate(portal("upload.xhtml"));
      page.setInputFiles("#film_input", file);
      page.click("#film .ui-fileupload-upload");
      page.waitForSelector("#notices .ui-messages-error, #film .ui-messages-error");
      assertThat(page.url()).contains("upload.xhtml");
      Files.delete(file);
    }
  }

  @Test
  void aLengthThatCannotBeIsToldBesideTheField() throws IOException {
    var movie = Api.signedIn("acme", "editor").movie(Films.demo(), null);
    signIn("acme", "editor");
    page.navigate(portal("film.xhtml?id=" + movie));
    for (var length : List.of("0", "-3", "9999", "abc", "")) {
      page.fill("[id='order:length']", length);
      page.click("[id='order:submit']");
      page.waitForFunction(
          "() => document.querySelector('.ui-messages-error, .field-message:not(:empty)')");
      assertThat(page.url()).contains("film.xhtml");
      page.reload();
    }
  }

  @Test
  void theLanguageIsSwitchedOnThePageAndRemembered() {
    signIn("acme", "viewer");
    var english = page.textContent("main");
    for (var language : Language.all()) {
      page.click("summary[aria-label] >> nth=0");
      page.click("button[name='to'][value='" + language.tag() + "']");
      page.waitForLoadState(LoadState.DOMCONTENTLOADED);
      assertThat(page.getAttribute("html", "lang")).isEqualTo(language.tag());
      assertThat(page.getAttribute("html", "dir")).isEqualTo(language.direction());
      noEnglishSlippedThrough();
      if (language != Language.EN) {
        assertThat(page.textContent("main")).as(language.tag()).isNotEqualTo(english);
      }
    }
    // the last one is Russian; a new page is too
    page.navigate(portal(""));
    assertThat(page.getAttribute("html", "lang")).isEqualTo("ru");
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountAreToldAlike() {
    page.navigate(portal("sign-in.xhtml"));
    enter("acme", "editor@acme.example", "wrong");
    var wrong = page.textContent("#notices");
    page.navigate(portal("sign-in.xhtml"));
    enter("acme", "nobody@acme.example", TestStack.PASSWORD);
    assertThat(wrong).isNotBlank();
    assertThat(page.textContent("#notices")).isEqualTo(wrong);
    page.navigate(portal("sign-in.xhtml"));
    enter("no-such", "editor@acme.example", TestStack.PASSWORD);
    assertThat(page.textContent("#notices")).isNotBlank();
  }

  @Test
  void whoIsNotSignedInIsAskedToAndComesBackToNothingOfOthers() throws IOException {
    var movie = Api.signedIn("acme", "editor").movie(Films.demo(), null);
    page.navigate(portal("film.xhtml?id=" + movie));
    assertThat(page.locator("#password").count()).isEqualTo(1);
    // from here one is led on to the page one asked for, and that is none of globex'
    enter("globex", "viewer@globex.example", TestStack.PASSWORD);
    assertThat(page.locator("#password").count()).isZero();
    var film = page.navigate(portal("film.xhtml?id=" + movie));
    assertThat(film.status()).isEqualTo(404);
    assertThat(page.textContent("main")).isNotBlank();
    assertThat(page.navigate(portal("media/movies/" + movie + "/poster.jpg")).status())
        .isEqualTo(404);
    assertThat(page.navigate(portal("no-such-page.xhtml")).status()).isEqualTo(404);
    assertThat(page.navigate(portal("upload.xhtml")).status()).isEqualTo(403);
    noEnglishSlippedThrough();
  }

  @Test
  void aSessionIsWorthNothingAtAnotherTenantsHost() {
    signIn("acme", "viewer");
    var port = TestStack.base().getPort();
    page.navigate("http://globex.localhost:" + port + "/portal/");
    assertThat(page.locator("#password").count()).isEqualTo(1);
  }

  @Test
  void thePortalsCookieOpensNoApi() {
    signIn("acme", "editor");
    assertThat(page.navigate(TestStack.base() + "/api/movies").status()).isEqualTo(401);
  }

  @Test
  void anExpiredViewIsAFriendlyPage() {
    signIn("acme", "viewer");
    // the server keeps the newest views of a session; enough of them push the first one out
    page.evaluate("async () => { for (let i = 0; i < 40; i++) await fetch('index.xhtml?' + i); }");
    page.click("summary[aria-label] >> nth=1");
    page.click("[id$='out']");
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    assertThat(page.textContent("h1"))
        .isEqualTo(Messages.in(Language.EN).get("error.expired.title"));
  }

  @Test
  void aSessionThatEndedLeadsToTheDoor() {
    signIn("acme", "viewer");
    page.context().clearCookies();
    page.navigate(portal(""));
    assertThat(page.locator("#password").count()).isEqualTo(1);
  }
}
