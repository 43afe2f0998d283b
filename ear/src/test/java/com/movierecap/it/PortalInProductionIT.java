package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.local.LibertyServer;
import com.movierecap.local.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The portal with the cookies of production, over TLS and behind a proxy. Its sessions are short:
 * that one will end is announced ten seconds after it began, and it does after two minutes.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PortalInProductionIT extends PortalVisit {
  private static final Messages WORDS = Messages.in(Language.EN);
  private static final Duration STARTS = Duration.ofMinutes(4);
  private static final double WHOLE_SESSION_MILLIS = 300_000;
  private static final String SESSION = "__Host-RECAPSID";
  private static final String DIALOG = "#ending[open]";
  private static final String PROXIED = "203.0.113.9";

  private static LibertyServer node;
  private static URI plain;
  private static URI secure;

  @BeforeAll
  static void start() throws Exception {
    var environment = TestStack.anotherNode();
    // what the installation says where nobody says otherwise
    environment.remove("RECAP_COOKIE_PREFIX");
    environment.remove("RECAP_COOKIE_SECURE");
    environment.put("IDENTITY_SESSION_IDLE", "PT120S");
    environment.put("IDENTITY_SESSION_LONGEST", "PT130S");
    environment.put("IDENTITY_SESSION_NOTICE", "PT110S");
    environment.put("RECAP_PROXIES", "127\\.0\\.0\\.1");
    var output = TestStack.STATE.resolve("in-production");
    node = LibertyServer.start(TestStack.WLP, "recap", environment, output);
    node.awaitReady(STARTS);
    plain = TestStack.base(environment);
    secure = URI.create("https://localhost:" + environment.get("RECAP_HTTPS_PORT"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Override
  Browser.NewContextOptions options() {
    return super.options().setIgnoreHTTPSErrors(true);
  }

  private static void signIn(Page visitor, OwnTenant tenant) {
    visitor.navigate(secure + "/portal/sign-in.xhtml");
    enter(visitor, tenant);
    visitor.waitForSelector("#shelf");
  }

  private static void enter(Page visitor, OwnTenant tenant) {
    visitor.fill("#organisation", tenant.name());
    visitor.fill("#email", tenant.email());
    visitor.fill("#password", OwnTenant.PASSWORD);
    visitor.click("#enter");
  }

  @Test
  void noCookieLeavesItsHostAndTheApiTakesNone() {
    signIn(page, OwnTenant.create());
    var cookies = page.context().cookies();
    var session =
        cookies.stream().filter(each -> each.name.equals(SESSION)).findFirst().orElseThrow();
    assertThat(session.path).isEqualTo("/");
    assertThat(session.domain).isEqualTo("localhost");
    assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(cookies)
        .allSatisfy(
            each -> {
              assertThat(each.secure).as(each.name).isTrue();
              assertThat(each.httpOnly).as(each.name).isTrue();
              assertThat(each.sameSite).as(each.name).isNotEqualTo(SameSiteAttribute.NONE);
            });
    // nothing but the session opens anything
    assertThat(cookies).noneMatch(each -> each.name.contains("Ltpa"));

    for (var path : new String[] {"/api/movies", "/api/account", "/api/sessions"}) {
      var answer = page.request().get(secure + path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }
    assertThat(page.request().post(secure + "/api/sessions/end-others").status()).isEqualTo(401);
    // the session is what it was
    var home = page.navigate(secure + "/portal/");
    await("#shelf");
    assertThat(page.context().cookies())
        .filteredOn(each -> each.name.equals(SESSION))
        .extracting(each -> each.value)
        .containsExactly(session.value);
    assertThat(home.headerValue("strict-transport-security")).startsWith("max-age=");
    signOut();
    page.context().addCookies(java.util.List.of(copy(session)));
    page.navigate(secure + "/portal/people.xhtml");
    await("#password");
  }

  private static Cookie copy(Cookie cookie) {
    return new Cookie(cookie.name, cookie.value).setUrl(secure.toString()).setSecure(true);
  }

  @Test
  void anEndIsAnnouncedBeforeItComesAndLeadsBackToThePage() throws Exception {
    var tenant = OwnTenant.create();
    var forgotten = visitor();
    for (var visitor : new Page[] {page, forgotten}) {
      visitor.setDefaultTimeout(WHOLE_SESSION_MILLIS);
    }
    keepsPolling(tenant);
    signIn(forgotten, tenant);
    forgotten.navigate(secure + "/portal/organisation.xhtml");
    forgotten.click("summary[aria-label] >> nth=0");
    forgotten.click("button[lang=ar]");
    forgotten.waitForSelector("html[dir=rtl]");
    for (int polls = 0; polls < 2; polls++) {
      forgotten.waitForRequest(
          request -> request.headers().containsKey("page-asks"),
          () -> forgotten.waitForSelector("main"));
    }
    signIn(page, tenant);
    page.navigate(secure + "/portal/organisation.xhtml");
    page.click("summary[aria-label] >> nth=0");
    page.click("button[lang=en]");
    page.waitForSelector("html[dir=ltr]");
    var otherTab = page.context().newPage();
    otherTab.setDefaultTimeout(WHOLE_SESSION_MILLIS);
    otherTab.navigate(secure + "/portal/people.xhtml");

    page.waitForSelector(DIALOG);
    assertThat(page.getAttribute(DIALOG, "role")).isEqualTo("alertdialog");
    assertThat(page.innerText(DIALOG)).contains(WORDS.get("session.idle.title"));
    assertThat(page.innerText("#ending-left")).matches("[01]:[0-5][0-9]");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("ending-stay");
    otherTab.waitForSelector(DIALOG);
    forgotten.waitForSelector(DIALOG);
    assertThat(forgotten.innerText(DIALOG))
        .contains(Messages.in(Language.AR).get("session.idle.title"));
    page.keyboard().press("Enter");
    // whoever stays is told of the other end, which nothing puts off: in the other tab too
    for (var tab : new Page[] {page, otherTab}) {
      tab.waitForSelector(DIALOG + " h2 [data-when=longest] >> visible=true");
      assertThat(tab.innerText(DIALOG)).containsPattern("ends at [0-2]?[0-9]:[0-5][0-9]");
    }
    otherTab.close();
    page.keyboard().press("Escape");
    page.waitForFunction("!document.querySelector('#ending').open");

    forgotten.waitForURL("**/sign-in.xhtml?over=idle");
    assertThat(forgotten.textContent("main"))
        .contains(Messages.in(Language.AR).get("session.over.idle"));
    forgotten.context().close();
    page.waitForURL("**/sign-in.xhtml?over=longest");
    assertThat(page.textContent("main")).contains(WORDS.get("session.over.longest"));
    noEnglishSlippedThrough();
    // another page of the same browser, for which there is no session any more, is told as well
    var third = page.context().newPage();
    third.navigate(secure + "/portal/people.xhtml");
    assertThat(third.url()).endsWith("/sign-in.xhtml?over=longest");
    third.close();
    page.waitForSelector("#password");
    enter(page, tenant);
    page.waitForURL("**/portal/people.xhtml");
    assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.endsWith("over"));
  }

  /** Its page of the organisation asks by itself how far an export is. */
  private static void keepsPolling(OwnTenant tenant) throws Exception {
    var export = json(tenant.admin().post("/api/exports", "")).get("id").asText();
    tenant.admin().awaitWhile("/api/exports/" + export, "queued", "running");
    try (var database = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement =
            database.prepareStatement(
                "update job set status = 'QUEUED' where subject_id = ?::uuid")) {
      statement.setString(1, export);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void whoCallsIsSaidByNamedProxiesOnly() {
    var tenant = OwnTenant.create();
    for (var at : Map.of(plain, PROXIED, TestStack.base(), "127.0.0.1").entrySet()) {
      var proxied =
          new Api(at.getKey())
              .with("X-Tenant-ID", tenant.name())
              .with("X-Forwarded-For", PROXIED)
              .with("X-Forwarded-Proto", "https");
      var login =
          proxied.post(
              "/api/auth/login",
              "{\"email\":\"%s\",\"password\":\"%s\"}"
                  .formatted(tenant.email(), OwnTenant.PASSWORD));
      assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
      var sessions = tenant.admin().get("/api/sessions");
      assertThat(json(sessions).get("items").findValuesAsText("address"))
          .as(at.getKey().toString())
          .contains(at.getValue());
      var door = proxied.get("/portal/sign-in.xhtml");
      assertThat(door.headers().firstValue("Strict-Transport-Security").isPresent())
          .isEqualTo(at.getValue().equals(PROXIED));
      if (!at.getValue().equals(PROXIED)) {
        var log = tenant.admin().get("/api/audit");
        assertThat(log.statusCode()).isEqualTo(200);
      }
    }
    assertProblem(new Api(plain).get("/api/movies"), 401, "sign-in-required");
  }

  @Test
  void devicesAreNamedWhateverTheyCallThemselves() {
    var tenant = OwnTenant.create();
    for (var device :
        new String[] {
          "curl/7.88.1",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
          "x".repeat(10_000),
          "Mozilla/5.0 (" + "Linux; Android ".repeat(600),
          "<b>bold</b>/1 \u00ff\u0080"
        }) {
      var login = tenant.visitor().with("User-Agent", device);
      assertThat(
              login
                  .post(
                      "/api/auth/login",
                      "{\"email\":\"%s\",\"password\":\"%s\"}"
                          .formatted(tenant.email(), OwnTenant.PASSWORD))
                  .statusCode())
          .isEqualTo(200);
    }
    signIn(page, tenant);
    page.navigate(secure + "/portal/security.xhtml");
    assertThat(page.innerText("#sessions"))
        .contains("Chrome on Linux", "curl", "Safari on iPhone", "x".repeat(40), "<b>bold<")
        .doesNotContain("x".repeat(41), "AppleWebKit");
    assertThat(page.locator("#sessions [title*='AppleWebKit']").count()).isGreaterThanOrEqualTo(2);
  }
}
