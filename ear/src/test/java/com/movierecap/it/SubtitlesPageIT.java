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

/** A film's subtitles in the portal: added, moved by one click, taken away. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SubtitlesPageIT extends PortalVisit {
  private static final Messages WORDS = Messages.in(Language.EN);
  private static final String SAVE = "[id='subtitles:save']";

  @Test
  void theyAreAddedMendedChangedAndTakenAway() throws IOException {
    var tenant = OwnTenant.create();
    var movie = tenant.admin().movie(Films.demo(), null);
    signIn(tenant.name(), "admin");
    page.navigate(portal("film.xhtml?id=" + movie));
    assertThat(page.textContent(".film-words")).contains(WORDS.get("subtitles.none"));

    choose("picture.png", Watermarks.png());
    page.click(SAVE);
    await(
        "[id='subtitles:words-message']:has-text('"
            + WORDS.get("problem.subtitles-unreadable.title")
            + "')");
    noEnglishSlippedThrough();

    choose("late.srt", SubtitlesIT.shifted(3).getBytes(StandardCharsets.UTF_8));
    page.click(SAVE);
    await("#notices:has-text('" + WORDS.get("subtitles.saved") + "')");
    assertThat(page.textContent(".film-words")).contains("late.srt", "SubRip", "On Gull Rock");
    assertThat(page.textContent(".misfit")).isEqualTo(WORDS.get("subtitles.misfit"));

    page.click("[id='misfit:mend']");
    page.waitForFunction("() => !document.querySelector('.misfit')");
    var mended = json(tenant.admin().get("/api/movies/" + movie + "/subtitles"));
    assertThat(mended.get("offset_seconds").asDouble()).isBetween(-3.4, -2.6);

    page.fill("[id='subtitles:offset']", "soon");
    page.click(SAVE);
    await(
        "[id='subtitles:offset-message']:has-text('" + WORDS.get("subtitles.offset.range") + "')");
    page.fill("[id='subtitles:offset']", "−2,5");
    page.click(SAVE);
    await("#notices:has-text('" + WORDS.get("subtitles.saved") + "')");
    assertThat(
            json(tenant.admin().get("/api/movies/" + movie + "/subtitles"))
                .get("offset_seconds")
                .asDouble())
        .isEqualTo(-2.5);

    page.click("[id='subtitles:remove']");
    page.click("#sure-yes");
    await("#notices:has-text('" + WORDS.get("subtitles.removed") + "')");
    assertThat(page.textContent(".film-words")).contains(WORDS.get("subtitles.none"));
    noEnglishSlippedThrough();
  }

  @Test
  void oneOfTheFilmsOwnIsChosen() throws IOException {
    var tenant = OwnTenant.create();
    var second = "1\n00:00:05,000 --> 00:00:07,000\nAuf Gull Rock.\n";
    var movie = tenant.admin().movie(Films.twoTracks(second), null);
    signIn(tenant.name(), "admin");
    page.navigate(portal("film.xhtml?id=" + movie));
    assertThat(page.locator("[id='subtitles:track'] option").allTextContents())
        .containsExactly("1 · English", "2 · German");
    page.selectOption("[id='subtitles:track']", "2");
    page.click(SAVE);
    await("#notices:has-text('" + WORDS.get("subtitles.saved") + "')");
    assertThat(page.textContent(".film-words")).contains("Auf Gull Rock.");
    assertThat(page.inputValue("[id='subtitles:track']")).isEqualTo("2");
    page.locator("[data-part='tracks'] .row:has-text('German') .strong-chip").waitFor();

    choose("other.srt", SubtitlesIT.shifted(0).getBytes(StandardCharsets.UTF_8));
    page.click(SAVE);
    await(".film-words:has-text('other.srt')");
    assertThat(page.locator("[id='subtitles:track'] option").allTextContents())
        .containsExactly("other.srt", "1 · English", "2 · German");
    page.selectOption("[id='subtitles:track']", "2");
    page.click(SAVE);
    await(".film-words:has-text('Auf Gull Rock.')");
    noEnglishSlippedThrough();
  }

  private void choose(String name, byte[] content) {
    page.setInputFiles("[id='subtitles:words']", new FilePayload(name, "text/plain", content));
  }
}
