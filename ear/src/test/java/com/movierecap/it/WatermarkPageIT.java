package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organisation's watermark, in its administrators' hands and on the form of an order. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WatermarkPageIT extends PortalVisit {
  private static final Messages WORDS = Messages.in(Language.EN);
  private static final String SHOWN = ".mark-frame img";
  private static final String TOGGLE = "[id='order:watermark']";

  @Test
  void itIsChosenSeenPlacedAndTakenAway() {
    var tenant = OwnTenant.create();
    signIn(tenant.name(), "admin");
    page.navigate(portal("organisation.xhtml"));
    assertThat(page.locator(SHOWN).count()).isZero();
    page.click("[id='watermark:save']");
    await(
        "[id='watermark:picture-message']:has-text('"
            + WORDS.get("watermark.picture.required")
            + "')");

    choose("words.png", "just words".getBytes(StandardCharsets.UTF_8));
    page.click("[id='watermark:save']");
    await(
        "[id='watermark:picture-message']:has-text('"
            + WORDS.get("problem.watermark-unreadable.title")
            + "')");
    choose("small.png", Watermarks.png(8, 8));
    page.click("[id='watermark:save']");
    await("[id='watermark:picture-message']:has-text('8 × 8')");
    noEnglishSlippedThrough();

    choose("logo.png", Watermarks.png());
    page.check("input[name='watermark:corner'][value='top-left']");
    page.fill("[id='watermark:opacity']", "60");
    page.click("[id='watermark:save']");
    await(SHOWN);
    page.waitForFunction("() => document.querySelector('" + SHOWN + "').naturalWidth === 400");
    assertThat(page.textContent("#notices")).contains(WORDS.get("watermark.saved"));
    var kept = json(tenant.admin().get("/api/watermark"));
    assertThat(kept.get("corner").asText()).isEqualTo("top-left");
    assertThat(kept.get("opacity").asDouble()).isEqualTo(0.6);

    // without another picture the one there is stays
    page.fill("[id='watermark:opacity']", "5");
    page.click("[id='watermark:save']");
    await("[id='watermark:opacity-message']:has-text('10')");
    page.fill("[id='watermark:opacity']", "80");
    page.click("[id='watermark:save']");
    await(SHOWN + "[style*='0.8']");
    assertThat(json(tenant.admin().get("/api/watermark")).get("picture_bytes"))
        .isEqualTo(kept.get("picture_bytes"));
    noEnglishSlippedThrough();

    page.click("[id='watermark:remove']");
    page.click("#sure-yes");
    page.waitForSelector("#notices:has-text('" + WORDS.get("watermark.removed") + "')");
    assertThat(page.locator(SHOWN).count()).isZero();
    assertThat(tenant.admin().get("/api/watermark").statusCode()).isEqualTo(404);
  }

  @Test
  void anOrderOffersToLeaveItOutWhereThereIsOne() throws IOException {
    var tenant = OwnTenant.create();
    var movie = tenant.admin().movie(Films.demo(), null);
    signIn(tenant.name(), "admin");
    page.navigate(portal("film.xhtml?id=" + movie));
    assertThat(page.locator(TOGGLE).count()).isZero();
    tenant.admin().put("/api/watermark", "image/png", Watermarks.png());
    page.reload();
    assertThat(page.isChecked(TOGGLE)).isTrue();
    page.check("[id='order:lossless']");
    assertThat(page.isDisabled(TOGGLE)).isTrue();
    page.uncheck("[id='order:lossless']");
    page.uncheck(TOGGLE);
    page.fill("[id='order:length']", "4");
    page.click("[id='order:submit']");
    page.waitForURL(java.util.regex.Pattern.compile(".*recap\\.xhtml.*"));
    var recaps = json(tenant.admin().get("/api/movies/" + movie + "/recaps")).get("items");
    assertThat(recaps).hasSize(1);
    assertThat(recaps.get(0).get("watermark").asBoolean()).isFalse();
  }

  private void choose(String name, byte[] content) {
    page.setInputFiles("[id='watermark:picture']", new FilePayload(name, "image/png", content));
  }
}
