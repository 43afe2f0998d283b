package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Axe finds nothing on any page, wide and narrow, from left to right and from right to left, at
 * rest and while something goes on or has gone wrong.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessibilityPageIT extends PortalVisit {
  private static final int WIDE = 1280;
  private static final int NARROW = 390;
  private static final int HIGH = 900;
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void theDoorIsForEverybody(Language language) {
    var tenant = OwnTenant.create();
    look("sign-in.xhtml", language);
    page.click("#enter");
    await("#email[aria-invalid=true]");
    look("fields at the door");
    enter(tenant.name(), tenant.email(), "wrong");
    await(".notice.error");
    look("a wrong password");
    for (var address :
        List.of("forgotten.xhtml", "password.xhtml", "invitation.xhtml", "address.xhtml")) {
      look(address, language);
    }
    assertThat(found).isEmpty();
  }

  /** What finds nothing might look at nothing. */
  @Test
  void whatIsWrongIsFound() {
    page.navigate(portal("sign-in.xhtml"));
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\">')");
    look("a picture without a word");
    assertThat(found).hasSize(2).allMatch(each -> each.contains("image-alt"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void soAreFilmsAndRecaps(Language language) throws Exception {
    var tenant = OwnTenant.create();
    come(tenant, language);
    look("an empty library");
    page.click("summary >> nth=1");
    look("an open menu");
    var movie = tenant.admin().movie(Films.demo(), Films.subtitles());
    var recap = tenant.admin().order(movie, "{\"length_seconds\":20,\"aspect\":\"1:1\"}");
    tenant.admin().ended(recap);

    look("");
    look("film.xhtml?id=" + movie);
    page.fill("[id='order:length']", "0");
    page.click("[id='order:submit']");
    await("[id='order:length'][aria-invalid=true]");
    look("a length that cannot be");
    page.click("[id='manage:delete']");
    page.waitForSelector("#sure[open]");
    look("a question");
    look("recap.xhtml?id=" + recap);

    // after a first attempt that failed, and after the last one
    var words = Messages.in(language);
    job(movie, "status = 'QUEUED', attempt = 1");
    job(recap, "status = 'QUEUED', attempt = 1");
    for (var address : List.of("", "film.xhtml?id=" + movie, "recap.xhtml?id=" + recap)) {
      look(address);
      assertThat(page.locator("[data-now]").first().textContent())
          .isEqualTo(
              words.get("notice.line", words.get("job.again"), words.get("job.attempt", 2, 4)));
    }
    var failed =
        "status = 'FAILED', attempt = 4, failure_stage = 'render',"
            + " failure_reason = 'PROCESSING', failure_code = 'crashed'";
    job(movie, failed);
    var incident = job(recap, failed);
    look("film.xhtml?id=" + movie);
    look("recap.xhtml?id=" + recap);
    assertThat(page.textContent("[role=alert] .incident")).isEqualTo(incident);
    look("film.xhtml?id=" + NOBODY);
    look("admin/index.xhtml");
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void soAreUploads(Language language) throws IOException {
    come(OwnTenant.create(), language);
    look("upload.xhtml");
    page.setInputFiles(
        "#files",
        new Path[] {Films.demo(), Films.subtitles(), Path.of("pom.xml").toAbsolutePath()});
    look("chosen films");
    // what the server says of the first bytes arrives, the film itself does not get through
    page.route("**/portal/intake", route -> {});
    page.click("#start");
    page.waitForSelector(".queued[data-now=sending] .bar:visible");
    look("a film on its way");
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void soIsWhatAdministratorsSee(Language language) {
    var tenant = OwnTenant.create();
    come(tenant, language);
    look("organisation.xhtml");
    page.fill("#domain", "no name");
    page.click("#claim");
    await("#domain[aria-invalid=true]");
    look("a name that is none");
    page.fill("#domain", "recaps." + tenant.name() + ".com");
    page.click("#claim");
    await(".record .token");
    look("a name that waits");
    page.click("[id='exports:create']");
    await("#exports .row");
    look("an archive");
    look("people.xhtml");
    page.click("#send");
    await("#email[aria-invalid=true]");
    look("nobody invited");
    page.fill("#email", "new@" + tenant.name() + ".example");
    page.click("#send");
    await("#waiting .row");
    look("somebody invited");
    var made = tenant.admin().post("/api/service-accounts", "{\"name\":\"x\",\"role\":\"editor\"}");
    look("service.xhtml?id=" + json(made).get("id").asText());
    page.fill("#key-name", "nightly");
    page.click("#make-key");
    await("#made-key");
    look("a new key");
    look("audit.xhtml");
    page.locator(".log-change summary").first().click();
    look("a change in the log");
    look("security.xhtml");
    page.click("#change-password");
    await("#known[aria-invalid=true]");
    look("no password");
    look("security.xhtml");
    page.click("#begin");
    await("#secret");
    look("a second factor begun");
    page.fill("#code", new Authenticator(page.textContent("#secret")).code());
    page.click("#confirm");
    await("#go-on");
    look("recovery codes");
    look("security.xhtml");
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void soIsTheConsole(Language language) {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter("", "operator@movierecap.example", TestStack.PASSWORD);
    await("#create");
    speak(language);
    try {
      look("admin/index.xhtml?search=" + tenant.name());
      page.click("#create");
      await("[aria-invalid=true]");
      look("a tenant without a name");
      look("admin/tenant.xhtml?id=" + tenant.id());
      page.click("[id='life:suspend']");
      page.waitForSelector("#sure[open]");
      look("a grave question");
      look("admin/audit.xhtml?tenant=" + tenant.id());
      look("audit.xhtml");
    } finally {
      // the account keeps its language, and other tests sign in to it
      page.navigate(portal("admin/index.xhtml"));
      speak(Language.EN);
    }
    assertThat(found).isEmpty();
  }

  /** What is there later has its place from the beginning. */
  @Test
  void aRecapsPageDoesNotJump() throws IOException {
    var tenant = OwnTenant.create();
    var movie = tenant.admin().movie(Films.demo(), Films.subtitles());
    var recap = tenant.admin().order(movie, "{\"length_seconds\":20,\"aspect\":\"1:1\"}");
    tenant.admin().ended(recap);
    come(tenant, Language.EN);
    for (var width : List.of(WIDE, NARROW)) {
      page.setViewportSize(width, HIGH);
      page.navigate(portal("recap.xhtml?id=" + recap));
      page.waitForFunction("() => document.querySelector('#player').readyState >= 1");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      var shift =
          page.evaluate(
              """
              () => new Promise(told => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value; }))
                  .observe({type: 'layout-shift', buffered: true});
                requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => told(sum))));
              })
              """);
      assertThat(((Number) shift).doubleValue()).as("at %s", width).isLessThanOrEqualTo(0.01);
    }
  }

  private void come(OwnTenant tenant, Language language) {
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    speak(language);
  }

  private void speak(Language language) {
    if (!language.tag().equals(page.getAttribute("html", "lang"))) {
      page.click("summary >> nth=0");
      page.click("button[name='to'][value='" + language.tag() + "']");
      page.waitForSelector("html[lang='" + language.tag() + "']");
      page.waitForLoadState(LoadState.LOAD);
    }
  }

  private void look(String address, Language language) {
    page.navigate(portal(address));
    speak(language);
    look(address);
  }

  /** At what is open, or at the page of that address. */
  private void look(String what) {
    if (what.isEmpty() || what.contains(".xhtml")) {
      page.navigate(portal(what));
    }
    page.waitForLoadState(LoadState.LOAD);
    for (var width : List.of(NARROW, WIDE)) {
      page.setViewportSize(width, HIGH);
      for (var violation : Axe.violations(page)) {
        found.add(page.getAttribute("html", "lang") + " " + width + " " + what + ": " + violation);
      }
    }
  }

  /**
   * Puts a job into a state that real ones pass too quickly.
   *
   * @return its id
   */
  private static String job(String subject, String state) throws SQLException {
    try (var database = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement =
            database.prepareStatement(
                "update job set " + state + " where subject_id = ? returning id")) {
      statement.setObject(1, UUID.fromString(subject));
      try (var changed = statement.executeQuery()) {
        assertThat(changed.next()).isTrue();
        return changed.getString(1);
      }
    }
  }
}
