package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session of the portal belongs to one tenant, and so does every page that it was shown. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PortalSessionIT {
  private static final Pattern CLIENT_ID = Pattern.compile("(id=\"manage:delete\")");

  private static Belongings acmes;

  @BeforeAll
  static void giveAcmeSomething() {
    acmes = Belongings.ofAcme();
  }

  @Test
  void aSessionIsWorthNothingAtAnotherTenantsHostAndEndsThere() {
    for (var page :
        List.of(
            "",
            "upload.xhtml",
            "audit.xhtml",
            film(),
            "media/movies/" + acmes.movie() + "/poster.jpg")) {
      var visitor = PortalVisitor.signedIn("acme", "admin@acme.example");
      assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(200);
      var elsewhere = visitor.copy().at("globex.localhost").get(page);
      assertLeadsToTheDoor(elsewhere);
      // whoever tried that has no session any more
      assertLeadsToTheDoor(visitor.at("acme.localhost").get(page));
    }
  }

  @Test
  void theSessionsOfTwoTenantsShowEachItsOwn() {
    var acme = PortalVisitor.signedIn("acme", "admin@acme.example");
    var globex = PortalVisitor.signedIn("globex", "admin@globex.example");
    assertThat(acme.get(film()).statusCode()).isEqualTo(200);
    var theirs = globex.get(film());
    assertThat(theirs.statusCode()).isEqualTo(404);
    assertThat(theirs.body()).doesNotContain(acmes.movie(), "acme.example");
    var recap = globex.get("recap.xhtml?id=" + acmes.recap());
    assertThat(recap.statusCode()).isEqualTo(404);
    assertThat(globex.get("media/movies/" + acmes.movie() + "/poster.jpg").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPageOfAnotherTenantsSessionDoesNothing() {
    var acme = PortalVisitor.signedIn("acme", "admin@acme.example");
    var page = acme.get(film());
    assertThat(CLIENT_ID.matcher(page.body()).find()).as(page.body()).isTrue();
    var form =
        Map.of(
            "manage_SUBMIT", "1",
            "manage:delete", "manage:delete",
            "jakarta.faces.ViewState", PortalVisitor.viewState(page));
    for (var path : List.of("film.xhtml", film())) {
      var globex = PortalVisitor.signedIn("globex", "admin@globex.example");
      var answer = globex.post(path, form);
      // the view is not among the session's: it expired, as far as anybody here knows
      assertThat(answer.statusCode()).as(answer.body()).isIn(302, 404);
      assertThat(answer.body()).doesNotContain(acmes.movie());
      // acme's own cookie at globex' host does not do it either
      assertLeadsToTheDoor(
          PortalVisitor.signedIn("acme", "editor@acme.example")
              .at("globex.localhost")
              .post(path, form));
    }
    assertThat(acme.get(film()).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionThatIsEndedFromElsewhereLeadsToTheDoor() {
    var visitor = PortalVisitor.signedIn("acme", "viewer@acme.example");
    assertThat(visitor.get("").statusCode()).isEqualTo(200);
    var viewer = Api.signedIn("acme", "viewer");
    var inPortal = new ArrayList<String>();
    Api.json(viewer.get("/api/sessions"))
        .get("items")
        .forEach(
            session -> {
              if (session.get("kind").asText().equals("portal")) {
                inPortal.add(session.get("id").asText());
              }
            });
    assertThat(inPortal).isNotEmpty();
    for (var id : inPortal) {
      assertThat(viewer.send("DELETE", "/api/sessions/" + id, null).statusCode()).isEqualTo(204);
    }
    assertLeadsToTheDoor(visitor.get(""));
    // the program that ended it goes on
    assertThat(viewer.get("/api/sessions").statusCode()).isEqualTo(200);
  }

  private static String film() {
    return "film.xhtml?id=" + acmes.movie();
  }

  private static void assertLeadsToTheDoor(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in.xhtml");
    assertThat(answer.body()).doesNotContain(acmes.movie(), "acme.example");
  }
}
