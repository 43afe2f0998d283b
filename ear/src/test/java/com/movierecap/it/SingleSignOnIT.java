package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on single sign-on, by a provider that lies and by people who are not whom it means. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SingleSignOnIT {
  private static final Messages WORDS = Messages.in(Language.EN);

  private final OwnTenant tenant = OwnTenant.create();
  private final String domain = tenant.name() + ".example";
  private Crook crook;

  @BeforeEach
  void trustTheCrook() throws IOException {
    crook = Crook.open();
    prove(tenant, domain);
    configured(tenant, crook.issuer(), "");
  }

  @AfterEach
  void close() {
    crook.close();
  }

  /** Somebody's way to the provider, as far as the provider sees it. */
  private record Begun(PortalVisitor visitor, Map<String, String> asked) {
    String state() {
      return asked.getOrDefault("state", "");
    }

    String nonce() {
      return asked.getOrDefault("nonce", "");
    }
  }

  private Begun begun() {
    return begun(tenant);
  }

  private static Begun begun(OwnTenant tenant) {
    var visitor = new PortalVisitor().at(tenant.name() + ".localhost");
    var sent = visitor.get("sso/start");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    return new Begun(visitor, query(sent.headers().firstValue("Location").orElseThrow()));
  }

  private HttpResponse<String> back(Begun begun) {
    return back(begun.visitor(), begun.state());
  }

  private HttpResponse<String> back(PortalVisitor visitor, String state) {
    return back(visitor, state, crook.issuer());
  }

  private static HttpResponse<String> back(PortalVisitor visitor, String state, String issuer) {
    return visitor.get(
        "sso/callback?code=c&state=%s&iss=%s"
            .formatted(state, URLEncoder.encode(issuer, StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> signIn(JWTClaimsSet.Builder... changes) throws Exception {
    var begun = begun();
    crook.says(
        changes.length > 0
            ? changes[0].claim("nonce", begun.nonce()).build()
            : crook.claims(begun.nonce(), "s-1", "new@" + domain).build());
    return back(begun);
  }

  private JWTClaimsSet.Builder person(String subject, String email) {
    return crook.claims("", subject, email);
  }

  private static void assertIn(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/portal/");
  }

  private static void assertOut(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(WORDS.get("problem." + problem + ".title"));
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("LtpaToken2"));
  }

  @Test
  void theRequestIsAsTheStandardsWantIt() {
    var asked = begun().asked();
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", Crook.CLIENT)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry(
            "redirect_uri",
            "http://%s.localhost:%d/portal/sso/callback"
                .formatted(tenant.name(), TestStack.base().getPort()));
    assertThat(asked.get("scope")).contains("openid");
    assertThat(asked.get("code_challenge")).hasSize(43);
  }

  @Test
  void somebodyNewGetsAnAccountWithTheRoleOfTheirGroupAndItFollowsTheGroup() throws Exception {
    var begun = begun();
    crook.says(crook.claims(begun.nonce(), "s-1", "new@" + domain).build());
    assertIn(back(begun));
    assertThat(begun.visitor().get("upload.xhtml").statusCode()).isEqualTo(200);
    assertThat(log()).contains("account-provisioned", "sso-linked", "sign-in");

    // the address may change: the subject says who it is; the role is another now
    assertIn(signIn(person("s-1", "x@elsewhere.example").claim("groups", List.of("heads"))));
    assertThat(log()).contains("sso-role-changed");
    // without a group of ours there is no way in, whoever one was
    assertOut(
        signIn(person("s-1", "new@" + domain).claim("groups", List.of())), 403, "sso-not-entitled");
    // and a password never opens it
    assertProblem(
        tenant
            .visitor()
            .post(
                "/api/auth/login",
                "{\"email\":\"new@%s\",\"password\":\"anything-at-all\"}".formatted(domain)),
        401,
        "wrong-credentials");
  }

  @Test
  void aMemberIsLinkedByAProvenAndVerifiedAddressOnlyAndOnce() throws Exception {
    assertOut(
        signIn(person("s-1", tenant.email()).claim("email_verified", false)),
        403,
        "sso-not-entitled");
    assertOut(signIn(person("s-1", "admin@unproven.example")), 403, "sso-not-entitled");
    assertIn(signIn(person("s-1", tenant.email()).claim("groups", List.of("heads"))));
    // whoever gets the address later does not get the account
    assertOut(signIn(person("s-2", tenant.email())), 403, "sso-not-entitled");
  }

  @Test
  void aProofThatIsGivenBackSpeaksForNobody() throws Exception {
    for (var each : json(tenant.admin().get("/api/domains")).get("items")) {
      tenant.admin().send("DELETE", "/api/domains/" + each.get("id").asText(), null);
    }
    assertOut(signIn(), 403, "sso-not-entitled");
  }

  @Test
  void whatIsNotSignedForUsNowIsNotBelieved() throws Exception {
    var past = Date.from(Clock.systemUTC().instant().minusSeconds(3600));
    for (var lie :
        List.of(
            person("s-1", "new@" + domain).issuer("https://other.example"),
            person("s-1", "new@" + domain).audience("somebody-else"),
            person("s-1", "new@" + domain).audience(List.of(Crook.CLIENT, "other")),
            person("s-1", "new@" + domain).claim("azp", "somebody-else"),
            person("s-1", "new@" + domain).expirationTime(past))) {
      assertOut(signIn(lie), 403, "sso-failed");
    }
    var begun = begun();
    crook.says(crook.claims("another-nonce", "s-1", "new@" + domain).build());
    assertOut(back(begun), 403, "sso-failed");
    begun = begun();
    crook.says(crook.claims(begun.nonce(), "s-1", "new@" + domain).claim("nonce", null).build());
    assertOut(back(begun), 403, "sso-failed");
    begun = begun();
    crook.saysWithoutSignature(crook.claims(begun.nonce(), "s-1", "new@" + domain).build());
    assertOut(back(begun), 403, "sso-failed");
    begun = begun();
    crook.saysByTheSharedSecret(crook.claims(begun.nonce(), "s-1", "new@" + domain).build());
    assertOut(back(begun), 403, "sso-failed");
    begun = begun();
    crook.saysByAStrangersKey(crook.claims(begun.nonce(), "s-1", "new@" + domain).build());
    assertOut(back(begun), 403, "sso-failed");
    // and the same, said truly
    assertIn(signIn());
  }

  @Test
  void aNewKeyOfTheProvidersIsFound() throws Exception {
    assertIn(signIn());
    crook.rotate();
    assertIn(signIn());
  }

  @Test
  void anAttemptBelongsToItsBrowserAndToOneAnswer() throws Exception {
    var mine = begun();
    crook.says(crook.claims(mine.nonce(), "s-1", "new@" + domain).build());
    // another browser, with no attempt or one of its own; then a guess; then none
    assertOut(
        back(new PortalVisitor().at(tenant.name() + ".localhost"), mine.state()),
        403,
        "sso-failed");
    assertOut(back(begun().visitor(), mine.state()), 403, "sso-failed");
    assertOut(back(begun().visitor(), "guess"), 403, "sso-failed");
    assertOut(begun().visitor().get("sso/callback?code=c"), 403, "sso-failed");
    assertThat(crook.codesTaken).hasValue(0);

    var again = begun();
    crook.says(crook.claims(again.nonce(), "s-1", "new@" + domain).build());
    var replayed = again.visitor().copy();
    assertIn(back(again));
    assertThat(crook.codesTaken).hasValue(1);
    assertOut(back(replayed, again.state()), 403, "sso-failed");
    assertThat(crook.codesTaken).hasValue(1);
  }

  @Test
  void anAnswerOfAnotherProviderIsRefusedBeforeItsCodeIsShown() throws Exception {
    var begun = begun();
    assertOut(back(begun.visitor(), begun.state(), "https://other.example"), 403, "sso-failed");
    begun = begun();
    assertOut(begun.visitor().get("sso/callback?code=c&state=" + begun.state()), 403, "sso-failed");
    begun = begun();
    assertOut(
        begun
            .visitor()
            .get(
                "sso/callback?error=access_denied&state=%s&iss=%s"
                    .formatted(begun.state(), crook.issuer())),
        403,
        "sso-failed");
    assertThat(crook.codesTaken).hasValue(0);
  }

  @Test
  void anotherTenantsHostIsNoPlaceToEndIt() throws Exception {
    var other = OwnTenant.create();
    var begun = begun();
    crook.says(crook.claims(begun.nonce(), "s-1", "new@" + domain).build());
    assertOut(
        back(begun.visitor().at(other.name() + ".localhost"), begun.state()), 403, "sso-failed");
    assertThat(crook.codesTaken).hasValue(0);
  }

  @Test
  void oneTenantsProviderSpeaksForNobodyElsewhere() throws Exception {
    var other = OwnTenant.create();
    // the same provider may be trusted by both; the address is proven for one
    var set = other.admin().send("PUT", "/api/sso", wish(crook.issuer(), domain, ""));
    assertProblem(set, 409, "sso-domain-unproven");
    assertThat(other.admin().send("PUT", "/api/sso", wish(crook.issuer(), null, "")).statusCode())
        .isEqualTo(200);
    assertIn(signIn(person("s-1", tenant.email()).claim("groups", List.of("heads"))));
    var begun = begun(other);
    crook.says(crook.claims(begun.nonce(), "s-1", tenant.email()).build());
    assertOut(back(begun), 403, "sso-not-entitled");
  }

  @Test
  void aProviderThatIsAwayHasAClearPage() throws Exception {
    var gone = Crook.open();
    var issuer = gone.issuer();
    gone.close();
    configured(tenant, issuer, "");
    var page = new PortalVisitor().at(tenant.name() + ".localhost").get("sso/start");
    assertOut(page, 503, "sso-unavailable");
    assertThat(page.body()).contains(WORDS.get("sign-in.sso.again"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1", "https://192.168.1.1", "https://169.254.169.254", "https://[fd00::1]",
        "https://[::ffff:10.0.0.1]", "https://0.0.0.0", "http://login.example.com", "ftp://a.com",
        "https://user@login.example.com", "https://login.example.com?x=y", "nonsense"
      })
  void anIssuerIsNeverInsideOurNetwork(String issuer) {
    assertProblem(
        tenant.admin().send("PUT", "/api/sso", wish(issuer, null, "")), 400, "invalid-request");
  }

  @Test
  void passwordsCloseOnceAnAdministratorCameInWithoutAndOperatorsOpenThemAgain() throws Exception {
    var only = wish(crook.issuer(), domain, ",\"sso_only\":true");
    assertProblem(tenant.admin().send("PUT", "/api/sso", only), 409, "sso-not-tested");
    assertIn(signIn(person("s-1", tenant.email()).claim("groups", List.of("heads"))));
    assertThat(tenant.admin().send("PUT", "/api/sso", only).statusCode()).isEqualTo(200);

    assertProblem(tenant.login(), 403, "sso-only");
    assertIn(signIn(person("s-1", tenant.email()).claim("groups", List.of("heads"))));
    // whoever wants a page is sent there at once; the door itself stays a door
    var visitor = new PortalVisitor().at(tenant.name() + ".localhost");
    assertThat(visitor.get("sign-in.xhtml").body())
        .contains("/portal/sso/start")
        .doesNotContain("id=\"password\"");
    assertThat(visitor.get("upload.xhtml").statusCode()).isEqualTo(302);
    assertThat(visitor.get("sign-in.xhtml").headers().firstValue("Location").orElseThrow())
        .endsWith("/portal/sso/start");

    assertProblem(
        tenant.admin().send("DELETE", tenant.path() + "/sso-only", null), 403, "forbidden");
    assertThat(Api.operator().send("DELETE", tenant.path() + "/sso-only", null).statusCode())
        .isEqualTo(204);
    assertThat(tenant.login().statusCode()).isEqualTo(200);
  }

  @Test
  void aFactorThatTheProviderSawIsEnoughAndElseOursIsAskedFor() throws Exception {
    tenant.requireSecondFactor(true);
    var begun = begun();
    crook.says(
        crook.claims(begun.nonce(), "s-1", "new@" + domain).claim("amr", List.of("pwd")).build());
    assertIn(back(begun));
    assertThat(begun.visitor().get("upload.xhtml").headers().firstValue("Location").orElse(""))
        .endsWith("/security.xhtml");
    begun = begun();
    crook.says(
        crook
            .claims(begun.nonce(), "s-1", "new@" + domain)
            .claim("amr", List.of("pwd", "mfa"))
            .build());
    assertIn(back(begun));
    assertThat(begun.visitor().get("upload.xhtml").statusCode()).isEqualTo(200);
  }

  @Test
  void theSettingsAreVersionedLoggedAndKeepTheirSecret() {
    var known = tenant.admin().get("/api/sso");
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.body()).doesNotContain(Crook.SECRET).doesNotContain("client_secret");
    var tag = known.headers().firstValue("ETag").orElseThrow();
    var change = wish(crook.issuer(), domain, ",\"just_in_time\":false");
    assertThat(tenant.admin().with("If-Match", tag).send("PUT", "/api/sso", change).statusCode())
        .isEqualTo(200);
    assertProblem(
        tenant.admin().with("If-Match", tag).send("PUT", "/api/sso", change),
        412,
        "precondition-failed");
    var log = tenant.admin().get("/api/audit?action=sso-changed").body();
    assertThat(log).contains("just_in_time").doesNotContain(Crook.SECRET);
    // the secret is for the issuer it was given for
    assertProblem(
        tenant
            .admin()
            .send(
                "PUT",
                "/api/sso",
                "{\"issuer\":\"https://other.example.com\",\"client_id\":\"c\","
                    + "\"default_role\":\"viewer\"}"),
        400,
        "invalid-request");
    assertThat(tenant.admin().send("DELETE", "/api/sso", null).statusCode()).isEqualTo(204);
    assertProblem(tenant.admin().get("/api/sso"), 404, "not-found");
  }

  @Test
  void withoutJustInTimeAccountsOnlyMembersComeIn() throws Exception {
    configured(tenant, crook.issuer(), ",\"just_in_time\":false");
    assertOut(signIn(), 403, "sso-not-entitled");
    assertIn(signIn(person("s-9", tenant.email()).claim("groups", List.of("heads"))));
  }

  @Test
  void aDisabledAccountStaysOut() throws Exception {
    assertIn(signIn());
    try (var superuser =
            TestStack.stack().connectAsSuperuser(com.movierecap.local.LocalStack.DATABASE);
        var statement = superuser.createStatement()) {
      statement.executeUpdate(
          "update account set status = 'DISABLED' where email = 'new@" + domain + "'");
    }
    assertOut(signIn(), 403, "sso-not-entitled");
  }

  private String log() {
    return tenant.admin().get("/api/audit?limit=100").body();
  }

  private void configured(OwnTenant whose, String issuer, String more) {
    var set = whose.admin().send("PUT", "/api/sso", wish(issuer, domain, more));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
  }

  private static String wish(
      String issuer, @org.jspecify.annotations.Nullable String domain, String more) {
    return """
        {"issuer":"%s","client_id":"%s","client_secret":"%s","email_domains":[%s],
        "group_roles":[{"group":"cutters","role":"editor"},{"group":"heads","role":"tenant-admin"}]%s}
        """
        .formatted(
            issuer,
            Crook.CLIENT,
            Crook.SECRET,
            domain == null ? "" : "\"" + domain + "\"",
            more.contains("just_in_time") ? more : more + ",\"just_in_time\":true");
  }

  static void prove(OwnTenant whose, String name) throws IOException {
    var claim = json(whose.admin().post("/api/domains", "{\"domain\":\"" + name + "\"}"));
    TestStack.dns().say(claim.get("record_name").asText(), claim.get("record_value").asText());
    var proven = whose.admin().post("/api/domains/" + claim.get("id").asText() + "/verify", "");
    assertThat(proven.statusCode()).as(proven.body()).isEqualTo(200);
  }

  private static Map<String, String> query(String uri) {
    var found = new TreeMap<String, String>();
    for (var pair : URI.create(uri).getRawQuery().split("&", -1)) {
      var parts = pair.split("=", 2);
      found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return found;
  }
}
