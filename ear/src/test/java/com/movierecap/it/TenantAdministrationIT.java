package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.audit.AuditChain;
import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's life in an operator's hands. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantAdministrationIT {
  private static final String PUT_OFF =
      "status = 'QUEUED' and exists (select 1 from scheduled_tasks s where s.task_instance ="
          + " job.id::text and s.execution_time > now() + interval '2 seconds')";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Api operator = Api.operator();

  @Test
  void aNewTenantsFirstAdministratorComesInByTheInvitation() {
    var name = name();
    var made =
        create(
            """
            {"name":"%s","display_name":"Customer One Inc.","billing_plan":"professional","admin_email":"First@%s.example"}
            """
                .formatted(name, name));
    assertThat(made.get("billing_plan").asText()).isEqualTo("professional");
    assertThat(made.get("status").asText()).isEqualTo("active");
    var token = Mails.tokenFor("first@" + name + ".example");
    var visitor = Api.anonymous().with("X-Tenant-ID", name);
    var acceptance =
        "{\"token\":\"%s\",\"display_name\":\"Fay First\",\"password\":\"correct horse\"}"
            .formatted(token);
    // at another tenant it is nothing
    assertProblem(
        Api.anonymous().with("X-Tenant-ID", "acme").post("/api/auth/invitations", acceptance),
        403,
        "invitation-refused");
    var accepted = visitor.post("/api/auth/invitations", acceptance);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    var admin =
        Api.anonymous()
            .with("Authorization", "Bearer " + json(accepted).get("access_token").asText());
    assertThat(json(admin.get("/api/movies")).get("items")).isEmpty();
    assertProblem(visitor.post("/api/auth/invitations", acceptance), 403, "invitation-refused");
    // who did it is known, to the tenant too
    assertThat(json(admin.get("/api/audit")).get("items"))
        .extracting(line -> line.get("action").asText())
        .contains("tenant-created", "invitation", "invitation-accepted", "sign-in");
  }

  @Test
  void aTenantIsFoundByPartOfItsNameAndListedPageByPage() {
    var mark = name();
    for (int i = 0; i < 3; i++) {
      create("{\"name\":\"%s-%d\",\"display_name\":\"%% Films _%d\"}".formatted(mark, i, i));
    }
    var first = json(operator.get("/admin/tenants?limit=2&search=" + mark));
    assertThat(first.get("items")).hasSize(2);
    var next = first.get("next").asText();
    var second = json(operator.get("/admin/tenants?limit=2&search=" + mark + "&after=" + next));
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.has("next")).isFalse();
    assertThat(second.get("items").get(0).get("name").asText()).isEqualTo(mark + "-0");
    // a cursor is good for its own query only
    assertProblem(
        operator.get("/admin/tenants?limit=2&search=other&after=" + next), 400, "invalid-request");
    // what means something to LIKE means itself
    assertThat(json(operator.get("/admin/tenants?search=%25%20films%20_1")).get("items"))
        .isNotEmpty()
        .allMatch(tenant -> tenant.get("display_name").asText().equals("% Films _1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a-", "a.b", "a b", "ä", "../x", "api", "acme"})
  void aNameThatCannotBeAHostNameOrIsTakenIsRefused(String name) {
    var answer = operator.post("/admin/tenants", "{\"name\":\"%s\"}".formatted(name));
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 409);
  }

  @Test
  void unknownFieldsAndPlansAreRefused() {
    assertProblem(
        operator.post(
            "/admin/tenants", "{\"name\":\"%s\",\"status\":\"active\"}".formatted(name())),
        400,
        "malformed-json");
    assertProblem(
        operator.post(
            "/admin/tenants", "{\"name\":\"%s\",\"billing_plan\":\"gold\"}".formatted(name())),
        400,
        "invalid-request");
  }

  @Test
  void aRequestOfAMegabyteAndMoreIsRefusedUnread() {
    assertProblem(
        operator.post("/admin/tenants", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}"),
        413,
        "too-large");
  }

  @Test
  void whoeverSawAnOlderStateChangesNothing() {
    var tenant = create("{\"name\":\"%s\"}".formatted(name()));
    var path = "/admin/tenants/" + tenant.get("id").asText();
    var tag = operator.get(path).headers().firstValue("ETag").orElseThrow();
    var seen = operator.with("If-Match", tag);
    var change = "{\"display_name\":\"Newer\"}";
    assertThat(seen.send("PATCH", path, change).statusCode()).isEqualTo(200);
    assertProblem(seen.send("PATCH", path, change), 412, "precondition-failed");
    assertProblem(seen.send("DELETE", path, null), 412, "precondition-failed");
  }

  @Test
  void aSuspendedTenantCanDoNothingUntilItIsResumed() {
    var tenant = OwnTenant.create(operator);
    assertThat(tenant.admin().get("/api/movies").statusCode()).isEqualTo(200);
    post(tenant, "suspend");
    assertProblem(tenant.admin().get("/api/movies"), 403, "tenant-suspended");
    assertProblem(
        Api.anonymous()
            .with("X-Tenant-ID", tenant.name())
            .post("/api/auth/login", "{\"email\":\"a@b.example\",\"password\":\"x\"}"),
        403,
        "tenant-suspended");
    post(tenant, "resume");
    assertThat(tenant.admin().get("/api/movies").statusCode()).isEqualTo(200);
  }

  @Test
  void aRenamedTenantIsKnownByItsNewNameAtOnceAndByTheOldOneNoMore() {
    var tenant = OwnTenant.create(operator);
    var visitor = Api.anonymous().with("X-Tenant-ID", tenant.name());
    assertThat(visitor.get("/health/live").statusCode()).isEqualTo(200);
    var renamed = name();
    var answer = operator.send("PATCH", tenant.path(), "{\"name\":\"%s\"}".formatted(renamed));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertProblem(visitor.get("/health/live"), 404, "tenant-not-found");
    assertThat(tenant.admin().get("/tenant/" + renamed + "/api/movies").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aDeletedTenantIsGoneAtOnceAndCanBeRestored() {
    var tenant = OwnTenant.create(operator);
    var gone = operator.send("DELETE", tenant.path(), null);
    assertThat(gone.statusCode()).as(gone.body()).isEqualTo(202);
    assertThat(json(gone).get("delete_after").asText()).isNotBlank();
    assertProblem(tenant.admin().get("/api/movies"), 410, "tenant-deleted");
    post(tenant, "restore");
    assertThat(tenant.admin().get("/api/movies").statusCode()).isEqualTo(200);
  }

  @Test
  void nothingIsLeftOfAPurgedTenant() throws Exception {
    var tenant = OwnTenant.create(operator);
    tenant.admin().movie(Films.demo(), null);
    tenant.admin().put("/api/watermark", "image/png", Watermarks.png());
    assertThat(ObjectStore.keysContaining("/tenants/" + tenant.id() + "/watermarks/")).hasSize(1);
    assertThat(rows(tenant.id())).isPositive();
    assertThat(Management.metrics()).contains("tenant=\"" + tenant.id() + "\"");
    var gone = operator.send("DELETE", tenant.path() + "?grace_days=0", null);
    assertThat(gone.statusCode()).as(gone.body()).isEqualTo(202);
    Await.until("it is purged", () -> operator.get(tenant.path()).statusCode() == 404);
    assertThat(rows(tenant.id())).isZero();
    assertThat(ObjectStore.keysContaining("/tenants/" + tenant.id() + "/")).isEmpty();
    assertThat(RedisKeys.matching("*" + tenant.id() + "*")).isEmpty();
    Await.until(
        "its metrics are gone", () -> !Management.metrics().contains(tenant.id().toString()));
    assertProblem(
        Api.anonymous().with("X-Tenant-ID", tenant.name()).get("/health/live"),
        404,
        "tenant-not-found");
    assertProblem(tenant.admin().get("/api/movies"), 404, "tenant-not-found");
  }

  /** Its recap waits for the analysis, which may have begun; the tenant is suspended meanwhile. */
  @Test
  void whatASuspendedTenantHasWaitingBeginsWhenItIsResumed() throws Exception {
    var tenant = OwnTenant.create(operator);
    var film = tenant.admin().upload("a.mp4", Files.readAllBytes(Films.demo()), null);
    var recap = tenant.admin().order(json(film).get("id").asText(), "{\"length_seconds\":4}");
    post(tenant, "suspend");
    Await.until("what has begun ends", () -> jobs(tenant.id(), "status = 'RUNNING'") == 0);
    Await.until(
        "the queue looks at what waits and puts it off", () -> jobs(tenant.id(), PUT_OFF) > 0);
    assertThat(jobs(tenant.id(), "kind = 'RENDER' and status = 'QUEUED' and attempt = 0"))
        .isEqualTo(1);
    assertThat(jobs(tenant.id(), "status = 'RUNNING'")).isZero();
    // its data can be taken away nevertheless
    var export = operator.post(tenant.path() + "/exports", "");
    var archive = tenant.path() + "/exports/" + json(export).get("id").asText();
    assertThat(operator.awaitWhile(archive, "queued", "running").get("status").asText())
        .isEqualTo("succeeded");
    post(tenant, "resume");
    var ended = tenant.admin().ended(recap);
    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("succeeded");
  }

  @Test
  void usageIsWhatTheRecordsSay() throws IOException {
    var tenant = OwnTenant.create(operator);
    var movie = tenant.admin().movie(Films.demo(), null);
    var usage = json(operator.get(tenant.path() + "/usage"));
    assertThat(usage.get("movies").asLong()).isEqualTo(1);
    assertThat(usage.get("users").asLong()).isEqualTo(1);
    assertThat(usage.get("processing_seconds").asDouble()).isPositive();
    var objects = ObjectStore.bytes("tenants/" + tenant.id() + "/");
    assertThat(usage.get("storage_bytes").asLong()).isEqualTo(objects).isPositive();
    var days = usage.get("days");
    assertThat(days.get(days.size() - 1).get("storage_bytes").asLong()).isEqualTo(objects);
    assertThat(usage.get("limits").get("storage_bytes").asLong()).isEqualTo(10_000_000_000L);
    assertThat(tenant.admin().send("DELETE", "/api/movies/" + movie, null).statusCode())
        .isEqualTo(204);
    assertThat(json(operator.get(tenant.path() + "/usage")).get("storage_bytes").asLong()).isZero();
    assertProblem(
        operator.get(tenant.path() + "/usage?from=2026-02-01&to=2026-01-01"),
        400,
        "invalid-request");
  }

  @Test
  void securityIsCheckedStoredAndWrittenDownWithWhatItWasBefore() {
    var tenant = OwnTenant.create(operator);
    var path = tenant.path() + "/security";
    var set =
        operator.send(
            "PUT",
            path,
            """
            {"allowed_countries":["US","CA","MX","US"],"allowed_ips":["203.0.113.0/24","::ffff:198.51.100.7","2001:DB8::/32"],"blocked_ips":["203.0.113.9"],"require_2fa":true}
            """);
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    var stored = json(operator.get(path));
    assertThat(stored.get("allowed_countries").toString()).isEqualTo("[\"CA\",\"MX\",\"US\"]");
    assertThat(stored.get("allowed_ips").toString())
        .isEqualTo("[\"198.51.100.7\",\"2001:db8::/32\",\"203.0.113.0/24\"]");
    assertThat(stored.get("require_2fa").asBoolean()).isTrue();
    // a token from before opens nothing while a second factor is asked for, and everything after
    Supplier<HttpResponse<String>> log =
        () -> tenant.admin().get("/api/audit?action=security-changed");
    assertProblem(log.get(), 401, "sign-in-required");
    assertThat(operator.send("PUT", path, "{\"require_2fa\":false}").statusCode()).isEqualTo(200);
    var entries = json(log.get()).get("items");
    assertThat(entries).hasSize(2);
    assertThat(entries.get(1).get("actor").asText()).isEqualTo("operator@movierecap.example");
    assertThat(entries.get(1).get("before").get("require_2fa").asBoolean()).isFalse();
    assertThat(entries.get(1).get("after").get("require_2fa").asBoolean()).isTrue();
    assertThat(entries.get(1).get("address").asText()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allowed_countries\":[\"XX\"]}",
        "{\"allowed_countries\":[\"us\"]}",
        "{\"allowed_countries\":[null]}",
        "{\"allowed_countries\":[\"US\"],\"blocked_countries\":[\"US\"]}",
        "{\"blocked_ips\":[\"\"]}",
        "{\"blocked_ips\":[\"*\"]}",
        "{\"blocked_ips\":[\"203.0.113\"]}",
        "{\"blocked_ips\":[\"0xCB007105\"]}",
        "{\"blocked_ips\":[\"3405803781\"]}",
        "{\"blocked_ips\":[\"203.0.0113.5\"]}",
        "{\"blocked_ips\":[\"203.0.113.5/24\"]}",
        "{\"blocked_ips\":[\"203.0.113.0/33\"]}",
        "{\"blocked_ips\":[\"203.0.113.1-9\"]}",
        "{\"blocked_ips\":[\"fe80::1%eth0\"]}",
        "{\"blocked_ips\":[\"example.com\"]}",
        "{\"allowed_ips\":[\"203.0.113.0/24\"],\"blocked_ips\":[\"::ffff:203.0.113.0/120\"]}",
        "{\"require_2fa\":\"perhaps\"}",
        "{\"require_3fa\":true}"
      })
  void securityThatMakesNoSenseIsRefused(String security) {
    var answer = operator.send("PUT", demo("acme") + "/security", security);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void whatWouldNotFitTheStorageIsRefusedHoweverManyCome() throws Exception {
    var tenant = OwnTenant.create(operator);
    shrinkPlan(tenant, 2_000_000);
    var film = Files.readAllBytes(Films.demo());
    assertThat(film.length).isLessThan(20_000_000);
    shrinkPlan(tenant, film.length * 3L / 2);
    var uploads =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> tenant.admin().upload("x" + i + ".mp4", film, null).statusCode()))
            .toList();
    assertThat(uploads.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(201, 403, 403, 403);
    assertThat(ObjectStore.bytes("tenants/" + tenant.id() + "/")).isLessThan(film.length * 3L / 2);
  }

  @Test
  void aWatermarkThatWouldNotFitLeavesNothingAndTakesNothingAway() throws Exception {
    var tenant = OwnTenant.create(operator);
    shrinkPlan(tenant, 10);
    var put = tenant.admin().put("/api/watermark", "image/png", Watermarks.png());
    assertProblem(put, 403, "storage-quota-exceeded");
    assertThat(ObjectStore.keysContaining("/tenants/" + tenant.id() + "/")).isEmpty();
    shrinkPlan(tenant, 100_000);
    put = tenant.admin().put("/api/watermark", "image/png", Watermarks.png());
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    var kept = tenant.admin().bytes("/api/watermark/watermark.png").body();
    shrinkPlan(tenant, 10);
    put = tenant.admin().put("/api/watermark", "image/png", Watermarks.png(1000, 1000));
    assertProblem(put, 403, "storage-quota-exceeded");
    assertThat(tenant.admin().bytes("/api/watermark/watermark.png").body()).isEqualTo(kept);
    assertThat(ObjectStore.bytes("tenants/" + tenant.id() + "/")).isEqualTo(kept.length);
  }

  @Test
  void whatUsesMuchOfAPlanIsToldAtEightyAndAtAHundredPercent() throws Exception {
    var tenant = OwnTenant.create(operator);
    var film = Files.size(Films.demo());
    shrinkPlan(tenant, film * 10 / 9);
    assertThat(tenant.admin().upload("a.mp4", Files.readAllBytes(Films.demo()), null))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(201);
    assertThat(quotaNews(tenant))
        .contains("STORAGE_BYTES 80 %")
        .doesNotContain("STORAGE_BYTES 100 %");
    shrinkPlan(tenant, film * 100);
    shrinkPlan(tenant, "processing_seconds", 1);
    // the first film's analysis may have used it up already; if not, the second's will
    tenant.admin().upload("b.mp4", Files.readAllBytes(Films.demo()), null);
    Await.until("it is told", () -> quotaNews(tenant).contains("PROCESSING_SECONDS 100 %"));
    assertProblem(
        tenant.admin().upload("c.mp4", Files.readAllBytes(Films.demo()), null),
        403,
        "processing-quota-exceeded");
  }

  /** Work that was taken on while there was time left is not begun when there is none any more. */
  @Test
  void acceptedWorkDoesNotOverrunThePlansTime() throws Exception {
    var tenant = OwnTenant.create(operator);
    var movie = tenant.admin().movie(Films.demo(), null);
    shrinkPlan(tenant, "processing_seconds", 1_000_000);
    var recaps =
        IntStream.range(0, 4)
            .mapToObj(i -> tenant.admin().order(movie, "{\"length_seconds\":%d}".formatted(4 + i)))
            .toList();
    shrinkPlan(tenant, "processing_seconds", 1);
    var ended = recaps.stream().map(tenant.admin()::ended).toList();
    // at most the two that had begun already
    assertThat(ended)
        .filteredOn(recap -> recap.get("status").asText().equals("failed"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(
            recap ->
                recap.get("failure").get("code").asText().equals("processing-quota-exceeded")
                    && recap.get("failure").get("reason").asText().equals("input"));
  }

  /** Another node that was slow may write what it had read before. */
  @Test
  void whatANodeRemembersTooLateCountsForNothing() {
    var tenant = OwnTenant.create(operator);
    assertThat(tenant.admin().get("/tenant/" + tenant.name() + "/api/movies").statusCode())
        .isEqualTo(200);
    var remembered = RedisKeys.valuesAt("*tenant:" + tenant.name(), "*tenant:" + tenant.id());
    assertThat(remembered).isNotEmpty();
    post(tenant, "suspend");
    RedisKeys.write(remembered);
    assertProblem(tenant.admin().get("/api/movies"), 403, "tenant-suspended");
    assertProblem(tenant.visitor().get("/health/live"), 403, "tenant-suspended");
  }

  private static List<String> quotaNews(OwnTenant tenant) {
    return json(tenant.admin().get("/api/audit?action=quota-reached"))
        .get("items")
        .valueStream()
        .map(line -> line.get("subject").asText())
        .toList();
  }

  @Test
  void membersAndTheAuditorOfAnotherHouseMayNotAdminister() {
    var admin = Api.signedIn("acme", "admin");
    assertProblem(admin.get("/admin/tenants"), 403, "forbidden");
    assertProblem(admin.post("/admin/tenants", "{\"name\":\"x\"}"), 403, "forbidden");
    assertProblem(admin.get("/admin/audit"), 403, "forbidden");
    assertProblem(operator.get("/api/audit"), 403, "forbidden");
    assertProblem(Api.signedIn("acme", "viewer").get("/api/audit"), 403, "forbidden");
  }

  @Test
  void everyChainHoldsAndATouchedOneDoesNot() throws SQLException {
    var tenant = OwnTenant.create(operator);
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      owner.setAutoCommit(false);
      bind(owner, tenant.id());
      var whole = AuditChain.verify(owner, tenant.id());
      assertThat(whole.events()).isGreaterThan(3);
      assertThat(whole.breaks()).isEmpty();
      try (var statement = owner.createStatement()) {
        // only whoever owns the table can do this, and is found out
        statement.execute("alter table audit_event disable trigger audit_is_final");
        statement.execute("update audit_event set actor = 'nobody' where number = 2");
      }
      assertThat(AuditChain.verify(owner, tenant.id()).breaks())
          .containsExactly("event 2 was changed");
      try (var statement = owner.createStatement()) {
        statement.execute("delete from audit_event where number = 2");
      }
      assertThat(AuditChain.verify(owner, tenant.id()).breaks())
          .contains("event 2 is missing", "event 3 does not follow the one before it");
      owner.rollback();
    }
  }

  @Test
  void aCommandVerifiesEveryChain() throws Exception {
    OwnTenant.create(operator);
    var command = Tool.run("verify-audit");
    assertThat(command.code()).as(command.said()).isZero();
    var printed = command.said();
    assertThat(printed.lines()).hasSizeGreaterThan(3).allMatch(line -> line.endsWith(": holds"));
    assertThat(printed).contains(id("acme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set actor = 'nobody'",
        "delete from audit_event",
        "truncate audit_event"
      })
  void nobodyChangesTheLog(String statement) throws SQLException {
    var acme = UUID.fromString(id("acme"));
    Api.signedIn("acme", "viewer");
    for (var connect :
        List.<Connect>of(
            LocalStack::connectAsApp, LocalStack::connectAsOperator, LocalStack::connectAsOwner)) {
      try (var connection = connect.to(TestStack.stack())) {
        connection.setAutoCommit(false);
        bind(connection, acme);
        try (var run = connection.createStatement()) {
          org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.execute(statement))
              .isInstanceOf(SQLException.class);
        }
        connection.rollback();
      }
    }
  }

  @FunctionalInterface
  private interface Connect {
    java.sql.Connection to(LocalStack stack, String database) throws SQLException;

    default java.sql.Connection to(LocalStack stack) throws SQLException {
      return to(stack, LocalStack.DATABASE);
    }
  }

  @Test
  void theLogIsExportedAsCsvAndNoCellIsAFormula() {
    var tenant = OwnTenant.create(operator);
    Api.anonymous()
        .with("X-Tenant-ID", tenant.name())
        .post("/api/auth/login", "{\"email\":\"=1+1,\\\"x\",\"password\":\"x\"}");
    var csv = tenant.admin().get("/api/audit/export.csv");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body()).startsWith("id,tenant_id,occurred_at").contains("\"'=1+1,\"\"x\"");
    assertThat(csv.body()).contains("refused").contains("audit-exported");
  }

  private JsonNode create(String body) {
    var answer = operator.post("/admin/tenants", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/admin/tenants/" + json(answer).get("id").asText());
    return json(answer);
  }

  private void post(OwnTenant tenant, String verb) {
    var answer = operator.post(tenant.path() + "/" + verb, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private String id(String slug) {
    for (var tenant : json(operator.get("/admin/tenants?search=" + slug)).get("items")) {
      if (tenant.get("name").asText().equals(slug)) {
        return tenant.get("id").asText();
      }
    }
    throw new AssertionError(slug);
  }

  private String demo(String slug) {
    return "/admin/tenants/" + id(slug);
  }

  /** A plan of the tenant's own, that allows so many bytes. */
  private void shrinkPlan(OwnTenant tenant, long bytes) throws SQLException {
    shrinkPlan(tenant, "storage_bytes", bytes);
  }

  private void shrinkPlan(OwnTenant tenant, String column, long limit) throws SQLException {
    var plan = "p" + tenant.name().replaceAll("[^a-z]", "");
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      statement.execute(
          "insert into plan (name, rank, %2$s) values ('%1$s', (select max(rank) + 1 from plan), %3$d) on conflict (name) do update set %2$s = excluded.%2$s"
              .formatted(plan, column, limit));
    }
    var answer =
        operator.send("PUT", tenant.path() + "/plan", "{\"billing_plan\":\"%s\"}".formatted(plan));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static long jobs(UUID tenant, String condition) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      owner.setAutoCommit(false);
      bind(owner, tenant);
      try (var statement = owner.createStatement();
          var count = statement.executeQuery("select count(*) from job where " + condition)) {
        count.next();
        return count.getLong(1);
      } finally {
        owner.rollback();
      }
    }
  }

  /** In every table there is. */
  private static long rows(UUID tenant) throws SQLException {
    long rows = 0;
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      owner.setAutoCommit(false);
      bind(owner, tenant);
      for (var table : Catalogue.tenantTables(owner)) {
        try (var statement = owner.createStatement();
            var count =
                statement.executeQuery(
                    "select count(*) from " + table + " where tenant_id = '" + tenant + "'")) {
          count.next();
          rows += count.getLong(1);
        }
      }
      try (var statement = owner.createStatement();
          var count =
              statement.executeQuery(
                  "select (select count(*) from tenant where id = '%s') + (select count(*) from scheduled_tasks where convert_from(task_data, 'UTF8') = '%s')"
                      .formatted(tenant, tenant))) {
        count.next();
        rows += count.getLong(1);
      }
      owner.rollback();
    }
    return rows;
  }

  private static void bind(java.sql.Connection connection, UUID tenant) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
    }
  }

  private static String name() {
    return OwnTenant.freshName();
  }
}
