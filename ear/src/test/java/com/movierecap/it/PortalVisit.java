package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A visitor with a real browser, new for each test. */
abstract class PortalVisit {
  static final double PATIENCE_MILLIS = 120_000;
  private static final Pattern UNTRANSLATED = Pattern.compile("\\?\\?\\?");

  private static Playwright playwright;
  private static Browser browser;

  /** The visitor's. */
  Page page;

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
    page = visitor();
  }

  /** Somebody else, whom the test sends away itself. */
  final Page visitor() {
    return visitor(options());
  }

  final Page visitor(Browser.NewContextOptions options) {
    var visitor = browser.newContext(options).newPage();
    visitor.setDefaultTimeout(PATIENCE_MILLIS);
    return visitor;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setLocale("en-GB");
  }

  @AfterEach
  void leave() {
    page.context().close();
  }

  final void signOut() {
    page.click("summary[aria-label] >> nth=1");
    page.click("[id$='out']");
    await("#password");
  }

  /** A page is shown while it still arrives, and its forms lack their ends until then. */
  final void await(String selector) {
    page.waitForSelector(selector);
    page.waitForLoadState(LoadState.LOAD);
  }

  final void signIn(String tenant, String user) {
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant, user + "@" + tenant + ".example", TestStack.PASSWORD);
    page.waitForSelector("#shelf");
  }

  final void enter(String tenant, String email, String password) {
    page.fill("#organisation", tenant);
    page.fill("#email", email);
    page.fill("#password", password);
    page.click("#enter");
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
  }

  /** Signs the tenant's administrator in, who gets a program for codes. */
  final Authenticator signInWithNewProgram(OwnTenant tenant) {
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
    return program;
  }

  /** A key without a text shows as three question marks. */
  final void noEnglishSlippedThrough() {
    assertThat(UNTRANSLATED.matcher(page.content()).find()).isFalse();
  }

  static String portal(String path) {
    return TestStack.base() + "/portal/" + path;
  }
}
