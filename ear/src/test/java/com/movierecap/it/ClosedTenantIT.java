package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token or a session that is still alive opens nothing of a tenant that may not work now. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClosedTenantIT {
  private static final List<String> PAGES =
      List.of(
          "",
          "index.xhtml",
          "upload.xhtml",
          "audit.xhtml",
          "film.xhtml?id=01a2106c-1186-7133-8667-0972a8e0a37c",
          "recap.xhtml?id=01a2106c-1186-7133-8667-0972a8e0a37c",
          "media/movies/01a2106c-1186-7133-8667-0972a8e0a37c/poster.jpg",
          "sign-in.xhtml");

  private final Api operator = Api.operator();

  @Test
  void aSuspendedTenantsPeopleAreToldSoEverywhere() {
    var tenant = OwnTenant.create(operator);
    suspend(tenant);
    assertEverythingAnswers(tenant, 403, "tenant-suspended");
    assertTheDoorSays(tenant, 403, "tenant-suspended");
    resume(tenant);
    assertThat(tenant.admin().get("/api/movies").statusCode()).isEqualTo(200);
    for (var page : PAGES) {
      var session = PortalVisitor.signedIn(tenant.name(), tenant.email());
      suspend(tenant);
      assertSays(session.get(page), page, 403, "tenant-suspended");
      resume(tenant);
    }
  }

  @Test
  void aDeletedTenantsPeopleAreToldSoEverywhere() {
    var tenant = OwnTenant.create(operator);
    var session = PortalVisitor.signedIn(tenant.name(), tenant.email());
    assertThat(operator.send("DELETE", tenant.path(), null).statusCode()).isEqualTo(202);
    assertEverythingAnswers(tenant, 410, "tenant-deleted");
    assertTheDoorSays(tenant, 410, "tenant-deleted");
    assertSays(session.get("index.xhtml"), "index.xhtml", 410, "tenant-deleted");
  }

  private void suspend(OwnTenant tenant) {
    assertThat(operator.post(tenant.path() + "/suspend", "").statusCode()).isEqualTo(200);
  }

  private void resume(OwnTenant tenant) {
    assertThat(operator.post(tenant.path() + "/resume", "").statusCode()).isEqualTo(200);
  }

  private static void assertEverythingAnswers(OwnTenant tenant, int status, String slug) {
    var nothing = Belongings.nothing();
    var named = Api.anonymous().with("X-Tenant-ID", tenant.name());
    for (var operation : Operations.withHeads(any -> true)) {
      for (var caller : List.of(tenant.admin(), named)) {
        var answer = operation.ask(caller, nothing);
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(status);
        if (!operation.method().equals("HEAD")) {
          assertProblem(answer, status, slug);
        }
      }
    }
  }

  /** Whoever comes by the tenant's host without a session is led to that page. */
  private static void assertTheDoorSays(OwnTenant tenant, int status, String slug) {
    var visitor = new PortalVisitor().at(tenant.name() + ".localhost");
    assertSays(visitor.get("sign-in.xhtml"), "sign-in.xhtml", status, slug);
  }

  private static void assertSays(
      HttpResponse<String> answer, String page, int status, String slug) {
    assertThat(answer.statusCode()).as(page).isEqualTo(status);
    assertThat(answer.body())
        .as(page)
        .contains(
            Messages.in(Language.EN).get("problem." + slug + ".title"), "support@movierecap.com");
  }
}
