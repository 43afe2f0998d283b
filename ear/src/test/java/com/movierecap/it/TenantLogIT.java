package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Log and metrics say whose they are, and nothing about anybody else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantLogIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void supportFindsAProblemByItsInstanceAndSeesWhoseItWas() throws IOException {
    var tenant = OwnTenant.create(Api.operator());
    var answer = tenant.admin().get("/api/movies/" + UUID.randomUUID());
    var instance = json(answer).get("instance").asText();
    assertThat(answer.headers().firstValue("X-Request-ID").map(id -> "urn:uuid:" + id))
        .hasValue(instance);
    var lines =
        log().stream()
            .filter(line -> instance.endsWith(line.path("ext_request").asText("?")))
            .toList();
    assertThat(lines).isNotEmpty();
    assertThat(lines)
        .allMatch(line -> line.path("ext_tenant").asText().equals(tenant.id().toString()));
    assertThat(lines).anyMatch(line -> line.path("message").asText().contains("404 not-found"));
  }

  @Test
  void noLineOfOneTenantSpeaksOfAnother() throws IOException {
    var operator = Api.operator();
    var tenants = List.of(OwnTenant.create(operator), OwnTenant.create(operator));
    for (var tenant : tenants) {
      tenant.admin().upload("film-of-" + tenant.name() + ".mp4", new byte[1000], null);
      tenant.admin().movie(Films.demo(), null);
    }
    // each tries the other's
    tenants.get(0).admin().get("/tenant/" + tenants.get(1).name() + "/api/movies");
    var own = new int[2];
    for (var line : log()) {
      for (int i = 0; i < 2; i++) {
        if (line.path("ext_tenant").asText().equals(tenants.get(i).id().toString())) {
          own[i]++;
          assertThat(line.toString()).doesNotContain(tenants.get(1 - i).id().toString());
        }
      }
      // what customers call things is nowhere
      assertThat(line.toString()).doesNotContain("film-of-" + tenants.get(0).name());
    }
    assertThat(own).doesNotContain(0);
  }

  @Test
  void metricsCountEachTenantByItself() {
    var tenant = OwnTenant.create(Api.operator());
    for (int i = 0; i < 7; i++) {
      tenant.admin().get("/api/movies");
    }
    assertThat(Management.metrics().lines())
        .filteredOn(
            line ->
                line.startsWith("recap_api_calls_total") && line.contains(tenant.id().toString()))
        .singleElement()
        // and one for taking up the invitation
        .satisfies(line -> assertThat(line).endsWith(" 8.0"));
  }

  private static List<JsonNode> log() throws IOException {
    return Management.log().stream().map(TenantLogIT::parsed).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
