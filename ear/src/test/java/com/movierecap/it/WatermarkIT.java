package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's watermark: kept, laid over recaps, and gone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WatermarkIT {
  private static final String PATH = "/api/watermark";
  private static final String PICTURE = PATH + "/watermark.png";

  /** Of what the demo film shows there, and of a watermark laid over it. */
  private static final double FILM = 0.62;

  private static final double MARK = 0.9;

  @Test
  void recapsHaveItUnlessTheirOrderSaysNoAndHaveWhatIsThereWhenTheyAreRendered()
      throws IOException {
    var admin = OwnTenant.create().admin();
    var movie = admin.movie(Films.demo(), null);
    assertThat(put(admin, "?corner=top-left").statusCode()).isEqualTo(200);

    var marked = admin.order(movie, "{\"length_seconds\":4}");
    var plain = admin.order(movie, "{\"length_seconds\":4,\"watermark\":false}");
    var lossless = admin.order(movie, "{\"length_seconds\":4,\"lossless\":true}");
    assertThat(admin.ended(marked).get("watermark").asBoolean()).isTrue();
    assertThat(Watermarks.magenta(picture(admin, marked), "top-left")).isGreaterThan(MARK);
    assertThat(Watermarks.magenta(picture(admin, marked), "bottom-right")).isLessThan(FILM);
    assertThat(admin.ended(plain).get("watermark").asBoolean()).isFalse();
    assertThat(Watermarks.magenta(picture(admin, plain), "top-left")).isLessThan(FILM);
    assertThat(admin.ended(lossless).get("watermark").asBoolean()).isFalse();
    assertThat(Watermarks.magenta(picture(admin, lossless), "top-left")).isLessThan(FILM);
    assertProblem(
        admin.post(
            "/api/movies/" + movie + "/recaps",
            "{\"length_seconds\":4,\"lossless\":true,\"watermark\":true}"),
        400,
        "lossless-unchangeable");

    // placed elsewhere, and half of the film shows through
    var placed =
        admin.send("PUT", PATH + "/placement", "{\"corner\":\"bottom-right\",\"opacity\":0.5}");
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(200);
    renderAgain(admin, marked);
    assertThat(Watermarks.magenta(picture(admin, marked), "top-left")).isLessThan(FILM);
    assertThat(Watermarks.magenta(picture(admin, marked), "bottom-right")).isBetween(FILM, MARK);

    assertThat(admin.send("DELETE", PATH, null).statusCode()).isEqualTo(204);
    renderAgain(admin, marked);
    assertThat(Watermarks.magenta(picture(admin, marked), "bottom-right")).isLessThan(FILM);
  }

  @Test
  void itIsKeptInTheTenantsFolderCountedWrittenDownAndGoneWithoutATrace() throws IOException {
    var tenant = OwnTenant.create();
    var admin = tenant.admin();
    var folder = "tenants/" + tenant.id() + "/";
    assertProblem(admin.get(PATH), 404, "not-found");
    assertProblem(admin.get(PICTURE), 404, "not-found");
    assertProblem(
        admin.send("PUT", PATH + "/placement", "{\"corner\":\"top-left\"}"), 404, "not-found");
    assertProblem(admin.send("DELETE", PATH, null), 404, "not-found");

    var first = put(admin, "");
    assertThat(json(first).get("corner").asText()).isEqualTo("bottom-right");
    assertThat(json(first).get("opacity").asDouble()).isEqualTo(1);
    assertThat(json(first).get("width").asInt()).isEqualTo(400);
    var kept = admin.bytes(PICTURE);
    assertThat(kept.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(kept.body())).getHeight()).isEqualTo(200);
    assertThat(kept.body()).hasSize(json(first).get("picture_bytes").asInt());
    assertThat(stored(tenant)).isEqualTo(kept.body().length).isEqualTo(ObjectStore.bytes(folder));

    var second = admin.put(PATH + "?opacity=0.4", "image/png", Watermarks.png(64, 300));
    assertThat(json(second).get("height").asInt()).isEqualTo(300);
    assertThat(ObjectStore.keysContaining("/" + folder + "watermarks/")).hasSize(1);
    assertThat(stored(tenant)).isEqualTo(ObjectStore.bytes(folder)).isPositive();

    // whoever changes what was changed meanwhile is told so
    var old = first.headers().firstValue("ETag").orElseThrow();
    var late = admin.with("If-Match", old);
    assertProblem(put(late, ""), 412, "precondition-failed");
    assertProblem(late.send("DELETE", PATH, null), 412, "precondition-failed");
    assertThat(ObjectStore.keysContaining("/" + folder + "watermarks/")).hasSize(1);
    assertThat(json(admin.get(PATH)).get("opacity").asDouble()).isEqualTo(0.4);

    assertThat(admin.send("DELETE", PATH, null).statusCode()).isEqualTo(204);
    assertProblem(admin.get(PATH), 404, "not-found");
    assertThat(ObjectStore.bytes(folder)).isZero();
    assertThat(stored(tenant)).isZero();
    var log = json(admin.get("/api/audit")).get("items");
    assertThat(log.valueStream().map(line -> line.get("action").asText()))
        .containsSubsequence("watermark-removed", "watermark-changed", "watermark-changed");
    var changed = json(admin.get("/api/audit?action=watermark-changed")).at("/items/0");
    assertThat(changed.at("/before/opacity").asDouble()).isEqualTo(1);
    assertThat(changed.at("/after/opacity").asDouble()).isEqualTo(0.4);
  }

  @Test
  void whatIsNoPictureOfTheRightSizeIsRefusedAndTheOldOneStays() throws IOException {
    var tenant = OwnTenant.create();
    var admin = tenant.admin();
    put(admin, "");
    var before = admin.bytes(PICTURE).body();
    assertProblem(
        admin.put(PATH, "image/png", "just words".getBytes(StandardCharsets.UTF_8)),
        400,
        "watermark-unreadable");
    assertProblem(admin.put(PATH, "image/png", new byte[0]), 400, "watermark-unreadable");
    var small = admin.put(PATH, "image/png", Watermarks.png(8, 200));
    assertProblem(small, 400, "watermark-size");
    assertThat(json(small).get("detail").asText()).contains("8", "200", "16", "2,048");
    assertProblem(admin.put(PATH, "image/png", Watermarks.png(2049, 20)), 400, "watermark-size");
    assertProblem(admin.put(PATH, "image/png", new byte[2_000_001]), 413, "too-large");
    assertProblem(admin.put(PATH, "image/jpeg", before), 415, "unsupported-media-type");
    assertThat(admin.bytes(PICTURE).body()).isEqualTo(before);
    assertThat(ObjectStore.keysContaining("/tenants/" + tenant.id() + "/")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corner=middle",
        "corner=",
        "opacity=0",
        "opacity=1.01",
        "opacity=-1",
        "opacity=NaN"
      })
  void aPlaceThatIsNoneIsRefusedAndNothingIsLeftBehind(String query) throws IOException {
    var tenant = OwnTenant.create();
    assertProblem(put(tenant.admin(), "?" + query), 400, "invalid-request");
    assertThat(ObjectStore.keysContaining("/tenants/" + tenant.id() + "/")).isEmpty();
    assertProblem(tenant.admin().get(PATH), 404, "not-found");
  }

  @Test
  void onlyAdministratorsChangeItAndEverybodyOfTheHouseSeesIt() {
    Belongings.ofAcme();
    var editor = Api.signedIn("acme", "editor");
    assertProblem(put(editor, ""), 403, "forbidden");
    assertProblem(editor.send("PUT", PATH + "/placement", "{\"opacity\":0.5}"), 403, "forbidden");
    assertProblem(editor.send("DELETE", PATH, null), 403, "forbidden");
    assertThat(Api.signedIn("acme", "viewer").get(PATH).statusCode()).isEqualTo(200);
    assertThat(Api.signedIn("acme", "viewer").bytes(PICTURE).statusCode()).isEqualTo(200);
    assertProblem(Api.operator().get(PATH), 403, "forbidden");
    assertProblem(Api.signedIn("globex", "admin").get(PATH), 404, "not-found");
  }

  private static HttpResponse<String> put(Api api, String query) {
    return api.put(PATH + query, "image/png", Watermarks.png());
  }

  private static void renderAgain(Api api, String recap) {
    var again = api.post("/api/recaps/" + recap + "/render", "");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
    var ended = api.ended(recap);
    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("succeeded");
  }

  private static BufferedImage picture(Api api, String recap) {
    return Films.picture(api.bytes("/api/recaps/" + recap + "/outputs/recap.mp4").body(), 1);
  }

  private static long stored(OwnTenant tenant) {
    return json(Api.operator().get(tenant.path() + "/usage")).get("storage_bytes").asLong();
  }
}
