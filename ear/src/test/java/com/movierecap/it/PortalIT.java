package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /** Where in the window the order's first field is. */
  private static final String LENGTH_TOP =
      "document.getElementById('order:length').getBoundingClientRect().top";

  @Test
  void aFilmIsUploadedRecappedWatchedAndDownloaded() throws IOException {
    signIn("acme", "editor");
    page.navigate(portal("upload.xhtml"));
    page.setInputFiles("#files", new Path[] {Films.demo(), Films.subtitles()});
    page.fill("[data-id=title]", "The tide <b>comes</b> in");
    page.click("#start");
    page.waitForURL(Pattern.compile(".*film\\.xhtml.*"));
    assertThat(page.textContent("h1")).contains("The tide <b>comes</b> in");

    // what is written into the order meanwhile stays, and so do the focus and what is in sight
    page.fill("[id='order:length']", "12");
    page.check("input[name='order:style'][value='trailer']");
    page.check("input[name='order:aspect'][value='9:16']");
    page.focus("[id='order:length']");
    // pages scroll smoothly to what gets the focus
    page.waitForFunction(
        "new Promise(still => { const at = scrollY; setTimeout(() => still(scrollY === at), 300); })");
    page.evaluate(
        "() => { window.lived = true; window.spoken = document.getElementById('news'); window.at = "
            + LENGTH_TOP
            + "; }");
    // the page shows the timeline by itself once the analysis is there
    page.waitForSelector(".strip-view");
    assertThat(Integer.parseInt(page.getAttribute(".strip-view", "aria-valuemax")))
        .isGreaterThanOrEqualTo(12);
    assertThat(page.evaluate("window.lived")).isEqualTo(true);
    page.waitForFunction("Math.abs(window.at - " + LENGTH_TOP + ") < 2");
    assertThat(page.inputValue("[id='order:length']")).isEqualTo("12");
    assertThat(page.isChecked("input[name='order:style'][value='trailer']")).isTrue();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("order:length");
    // one region lives on and has said how it ended
    assertThat(page.evaluate("window.spoken === document.getElementById('news')")).isEqualTo(true);
    assertThat(page.textContent("#news")).contains("The tide <b>comes</b> in", "Done");
    theStripIsASliderFromShotToShot();
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

    var download = page.waitForDownload(() -> page.locator(".files a").first().click());
    assertThat(Files.size(download.path())).isPositive();
    assertThat(download.suggestedFilename()).isEqualTo("The tide b comes b in - recap.mp4");
    noEnglishSlippedThrough();

    // one pick stays, another goes, the rest is chosen again
    var ranges = page.locator(".pick-range > span:first-child");
    var kept = ranges.first().textContent();
    var dropped = ranges.nth(1).textContent();
    page.locator(".pick").first().locator("input[value='keep']").check();
    page.locator(".pick").nth(1).locator("input[value='drop']").check();
    chooseAgain();
    assertThat(ranges.allTextContents()).contains(kept).doesNotContain(dropped);
    assertThat(page.textContent(".pick.kept")).contains("Kept", kept);
    assertThat(page.textContent(".left-out")).contains(dropped);
    noEnglishSlippedThrough();

    // once more, with nothing said: both wishes stand
    chooseAgain();
    assertThat(ranges.allTextContents()).contains(kept).doesNotContain(dropped);
    assertThat(page.isChecked(".pick.kept input[value='keep']")).isTrue();

    // and both can be taken back
    page.check(".pick.kept input[value='open']");
    page.check(".left-out input[type=checkbox]");
    chooseAgain();
    assertThat(page.locator(".left-out").count()).isZero();
    assertThat(page.locator(".pick.kept").count()).isZero();
  }

  /** The page comes back by itself, in place. */
  private void chooseAgain() {
    page.click("[id='edit:rechoose']");
    // a result is not replaced without a question, and Esc is a no
    page.waitForSelector("#sure[open]");
    page.keyboard().press("Escape");
    assertThat(page.locator("#sure[open]").count()).isZero();
    page.click("[id='edit:rechoose']");
    page.click("#sure-yes");
    page.waitForSelector(".waiting");
    page.evaluate("() => { window.lived = true; }");
    page.waitForFunction("() => !document.querySelector('.waiting')");
    page.waitForSelector("[id='edit:rechoose']");
    assertThat(page.evaluate("window.lived")).isEqualTo(true);
  }

  private void theStripIsASliderFromShotToShot() {
    page.focus(".strip-view");
    page.keyboard().press("End");
    assertThat(page.getAttribute(".strip-view", "aria-valuenow"))
        .isEqualTo(page.getAttribute(".strip-view", "aria-valuemax"));
    var last = page.textContent("[data-loupe=range]");
    page.keyboard().press("ArrowLeft");
    assertThat(page.textContent("[data-loupe=range]")).isNotEqualTo(last);
    var width = "document.querySelector('.strip-track').clientWidth";
    var whole = ((Number) page.evaluate(width)).intValue();
    page.keyboard().press("+");
    assertThat(((Number) page.evaluate(width)).intValue()).isEqualTo(2 * whole);
    page.keyboard().press("-");
    assertThat(((Number) page.evaluate(width)).intValue()).isEqualTo(whole);
  }

  @Test
  void aLengthThatCannotBeIsToldBesideTheField() throws IOException {
    var movie = Api.signedIn("acme", "editor").movie(Films.demo(), null);
    signIn("acme", "editor");
    page.navigate(portal("film.xhtml?id=" + movie));
    for (var length : List.of("0", "-3", "9999", "abc", "")) {
      page.fill("[id='order:length']", length);
      page.check("input[name='order:style'][value='action']");
      page.click("[id='order:submit']");
      page.waitForSelector("[id='order:length'][aria-invalid=true]");
      page.waitForLoadState(LoadState.LOAD);
      // the words belong to the field, which has the focus and what was typed
      assertThat(page.textContent("[id='order:length-message']")).isNotBlank();
      assertThat(page.getAttribute("[id='order:length']", "aria-describedby"))
          .contains("order:length-message");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("order:length");
      assertThat(page.inputValue("[id='order:length']")).isEqualTo(length);
      assertThat(page.isChecked("input[name='order:style'][value='action']")).isTrue();
      // and the page is still that film's
      assertThat(page.url()).contains("film.xhtml?id=" + movie);
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
    await(".notice.error");
    var wrong = page.textContent("#notices");
    page.navigate(portal("sign-in.xhtml"));
    enter("acme", "nobody@acme.example", TestStack.PASSWORD);
    await(".notice.error");
    assertThat(wrong).isNotBlank();
    assertThat(page.textContent("#notices")).isEqualTo(wrong);
    page.navigate(portal("sign-in.xhtml"));
    enter("no-such", "editor@acme.example", TestStack.PASSWORD);
    await(".notice.error");
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
    page.evaluate("async () => { for (let i = 0; i < 80; i++) await fetch('index.xhtml?' + i); }");
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

  @Test
  void nothingOfASignedInPageIsKeptByTheBrowser() {
    signIn("acme", "viewer");
    for (var address : List.of("", "index.xhtml", "security.xhtml")) {
      assertThat(page.navigate(portal(address)).headerValue("cache-control"))
          .as(address)
          .contains("no-store");
    }
    page.navigate(portal(""));
    signOut();
    page.goBack();
    assertThat(page.locator("#password").count()).isEqualTo(1);
  }

  /** On a phone the menu lies over the header's edge, which must not be what is pressed. */
  @Test
  void eachLanguageCanBeChosenOnAPhone() {
    signIn("acme", "viewer");
    page.setViewportSize(390, 844);
    for (var tag : List.of("es", "en")) {
      page.click("summary:has(+ .languages)");
      page.click(".languages button[lang=" + tag + "]");
      page.waitForSelector("html[lang=" + tag + "]");
    }
  }

  /** The addresses of what a script imports. */
  private List<String> imports(String script) {
    var text = page.request().get(TestStack.base() + script).text();
    return Pattern.compile("(?m)^import [^']*'([^']*)'")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Files of ours that never change are kept for good; what changes has another address then. */
  @Test
  void staticFilesAndPostersAreKeptAndSmall() throws IOException {
    var movie = Api.signedIn("acme", "editor").movie(Films.demo(), null);
    signIn("acme", "viewer");
    var css = page.getAttribute("link[rel=stylesheet]", "href");
    assertThat(css).contains("h=");
    var script = page.getAttribute("script[src*='portal.js']", "src");
    for (var file : List.of(css, script)) {
      var answered =
          page.request()
              .get(
                  TestStack.base() + file,
                  RequestOptions.create().setHeader("Accept-Encoding", "gzip"));
      assertThat(answered.headers())
          .as(file)
          .containsEntry("cache-control", "public, max-age=31536000, immutable")
          .containsEntry("content-encoding", "gzip");
    }
    var imports = imports(page.getAttribute("script[src*='session.js']", "src"));
    assertThat(imports).isNotEmpty();
    for (var file : imports) {
      var imported = page.request().get(TestStack.base() + file);
      assertThat(imported.text()).as(file).contains("export function");
      assertThat(imported.headers())
          .as(file)
          .containsEntry("cache-control", "public, max-age=31536000, immutable");
    }
    assertThat(page.request().get(TestStack.base() + css.replaceAll("h=.*", "h=0")).headers())
        .containsEntry("cache-control", "no-cache");
    var poster = page.locator("a[href$='" + movie + "'] img");
    poster.scrollIntoViewIfNeeded();
    page.waitForFunction("img => img.complete && img.naturalWidth > 0", poster.elementHandle());
    assertThat(poster.getAttribute("width")).isEqualTo("360");
    var address = TestStack.base() + poster.getAttribute("src");
    assertThat(page.request().get(address).headers().get("cache-control")).contains("immutable");
    assertThat(page.request().get(address.replaceAll("w=360", "w=361")).status()).isEqualTo(404);
    assertThat(page.request().get(address.replaceAll("v=.*", "v=9999")).headers())
        .containsEntry("cache-control", "private, no-cache");
  }
}
