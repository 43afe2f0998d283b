package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People's ways through the portal, in a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PortalIT {
  private static final double PATIENCE_MILLIS = 120_000;
  private static final Pattern UNTRANSLATED = Pattern.compile("\\?\\?\\?");

  private static Playwright playwright;
  private static Browser browser;

  private Page page;

  @BeforeAll
  static void open() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--autoplay-policy=no-user-gesture-required")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
  }

  @BeforeEach
  void newVisitor() {
    page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void leave() {
    page.context().close();
  }

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

  @Test
  void anOperatorMakesATenantGuardsItAndSuspendsIt() {
    page.navigate(portal("sign-in.xhtml"));
    enter("", "operator@movierecap.example", TestStack.PASSWORD);
    page.waitForSelector("#create");
    var name = "c" + UUID.randomUUID().toString().replace("-", "");
    page.fill("#displayName", "Console & Söhne");
    page.fill("#name", name);
    page.selectOption("#plan", "starter");
    page.fill("#adminEmail", "first@console.example");
    page.click("#create");
    page.waitForSelector(".token");
    assertThat(page.textContent("h1")).isEqualTo("Console & Söhne");
    assertThat(page.textContent("main")).contains("100 GB").contains("50 h");
    var address = page.url();

    page.fill("#allowedCountries", "US XX");
    page.click("#secure");
    page.waitForSelector(".ui-messages-error");
    assertThat(page.textContent(".ui-messages-error")).contains("XX");
    page.fill("#allowedCountries", "US CA");
    page.click("#secure");
    page.waitForSelector(".ui-messages-info");
    assertThat(page.inputValue("#allowedCountries")).isEqualTo("CA US");
    // the token was shown once
    assertThat(page.locator(".token").count()).isZero();

    page.click("[id='life:suspend']");
    page.waitForSelector("[id='life:resume']");
    var theirs = page.context().newPage();
    theirs.navigate(portal("").replace("localhost", name + ".localhost"));
    assertThat(theirs.textContent("h1"))
        .isEqualTo(Messages.in(Language.EN).get("problem.tenant-suspended.title"));
    theirs.navigate(portal("").replace("localhost", "no" + name + ".localhost"));
    assertThat(theirs.textContent("h1"))
        .isEqualTo(Messages.in(Language.EN).get("problem.tenant-not-found.title"));

    page.navigate(portal("admin/audit.xhtml?tenant=" + address.replaceAll(".*id=", "")));
    assertThat(page.locator(".log li").count()).isGreaterThanOrEqualTo(5);
    assertThat(page.textContent(".log")).contains("Suspended the organisation");
    page.navigate(portal("admin/index.xhtml?search=" + name.substring(0, 20)));
    assertThat(page.locator(".rows li").count()).isEqualTo(1);
    noEnglishSlippedThrough();
  }

  @Test
  void whoMustHaveASecondFactorGetsOneBeforeAnythingElseAndSignsInWithIt() {
    var tenant = OwnTenant.create();
    tenant.requireSecondFactor(true);
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#begin");
    // wherever one goes
    for (var path : List.of("", "upload.xhtml", "audit.xhtml", "no-such-page.xhtml")) {
      page.navigate(portal(path));
      assertThat(page.url()).endsWith("/portal/security.xhtml");
      assertThat(page.locator(".nav").count()).isZero();
    }
    page.click("#begin");
    await(".qr path");
    var program = new Authenticator(page.textContent("#secret"));
    page.fill("#code", program.wrong());
    page.click("#confirm");
    await(".ui-messages-error");
    page.fill("#code", program.code());
    page.click("#confirm");
    await(".recovery");
    var recovery = page.locator(".recovery code").allTextContents();
    assertThat(recovery).hasSize(10);
    noEnglishSlippedThrough();
    page.click("#go-on");
    await("#shelf");
    // they were shown once, and now nothing but the factor's own page says that it is there
    page.navigate(portal("security.xhtml"));
    assertThat(page.locator(".recovery").count()).isZero();
    assertThat(page.locator("#replace").count()).isEqualTo(1);
    assertThat(page.locator("#remove").count()).isZero();
    signOut();

    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#enter-code");
    assertThat(page.getAttribute("#code", "autocomplete")).isEqualTo("one-time-code");
    assertThat(page.getAttribute("#code", "inputmode")).isEqualTo("numeric");
    // the password alone has opened nothing
    page.navigate(portal("upload.xhtml"));
    await("#enter-code");
    page.fill("#code", program.wrong());
    page.click("#enter-code");
    await(".ui-messages-error");
    page.fill("#code", program.code());
    page.click("#enter-code");
    // and leads to the page that was wanted
    await("#film_input");
    signOut();

    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#enter-code");
    page.click(".otherwise summary");
    page.fill("#recovery", recovery.get(0));
    page.click("#recover");
    await("#shelf");
  }

  @Test
  void whoeverGuessesCodesIsSentBackToThePassword() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    page.navigate(portal("security.xhtml"));
    page.click("#begin");
    await("#secret");
    var program = new Authenticator(page.textContent("#secret"));
    page.fill("#code", program.code());
    page.click("#confirm");
    await("#go-on");
    page.click("#go-on");
    await("#shelf");
    signOut();
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    for (int i = 1; i <= 5; i++) {
      await("#enter-code");
      page.fill("#code", program.wrong());
      page.click("#enter-code");
      await(i < 5 ? ".ui-messages-error" : "#password");
    }
    assertThat(page.locator("#code").count()).isZero();
    assertThat(page.textContent("#notices"))
        .contains(Messages.in(Language.EN).get("problem.second-factor-paused.title"));
  }

  @Test
  void aSessionFromBeforeASecondFactorWasAskedForIsHeldToIt() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    tenant.requireSecondFactor(true);
    page.navigate(portal("upload.xhtml"));
    await("#begin");
    assertThat(page.url()).endsWith("/portal/security.xhtml");
  }

  private void signOut() {
    page.click("summary[aria-label] >> nth=1");
    page.click("[id$='out']");
    await("#password");
  }

  /** A page is shown while it still arrives, and its forms lack their ends until then. */
  private void await(String selector) {
    page.waitForSelector(selector);
    page.waitForLoadState(LoadState.LOAD);
  }

  private void signIn(String tenant, String user) {
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant, user + "@" + tenant + ".example", TestStack.PASSWORD);
    page.waitForSelector("#shelf");
  }

  private void enter(String tenant, String email, String password) {
    page.fill("#organisation", tenant);
    page.fill("#email", email);
    page.fill("#password", password);
    page.click("#enter");
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
  }

  /** A key without a text shows as three question marks. */
  private void noEnglishSlippedThrough() {
    assertThat(UNTRANSLATED.matcher(page.content()).find()).isFalse();
  }

  private static String portal(String path) {
    return TestStack.base() + "/portal/" + path;
  }
}
