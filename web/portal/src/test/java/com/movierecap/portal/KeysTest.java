package com.movierecap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.identity.key.Scope;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.Stage;
import com.movierecap.media.CutLimit;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.Track;
import com.movierecap.media.Watermark.Corner;
import com.movierecap.portal.session.SessionEnd;
import com.movierecap.tenancy.Tenant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are put together while a page is made, from what the business can say. */
class KeysTest {
  static Stream<String> keys() {
    return Stream.of(
            all("status.", Job.Status.values()),
            all("stage.", Stage.values()),
            all("failure.reason.", com.movierecap.jobs.Failure.Reason.values()),
            all("audit.action.", AuditAction.values()),
            all("audit.group.", AuditAction.Group.values()),
            all("console.status.", Tenant.Status.values()),
            Stream.of("free", "starter", "professional", "enterprise").map(n -> "plan." + n),
            Arrays.stream(Role.values()).map(r -> "role." + r.slug()),
            Arrays.stream(Aspect.values()).map(a -> "aspect." + a.label().replace(':', 'x')),
            Arrays.stream(Captions.values()).map(c -> "captions." + c.label()),
            Arrays.stream(LoudnessTarget.values()).map(t -> "loudness." + t.label()),
            Arrays.stream(CutLimit.values()).map(l -> "cut-limit." + l.label()),
            Arrays.stream(Corner.values()).map(c -> "corner." + c.label()),
            Arrays.stream(Style.values()).map(s -> "style." + s.label()),
            Stream.of("open", "keep", "drop").map(w -> "pick.wish." + w),
            Stream.of("dialogue", "sound", "picture", "structure")
                .flatMap(r -> Stream.of("pick.reason." + r, "pick.because." + r)),
            Stream.of("pick.because.hand", "faces.required"),
            Arrays.stream(Track.Role.values()).map(r -> "track.role." + r.label()),
            Stream.of("job.again", "job.attempt"),
            all("scope.", Scope.values()),
            Stream.of(0, 24, 72, 168).map(hours -> "keys.overlap." + hours),
            Arrays.stream(SessionEnd.values()).map(over -> "session.over." + over.slug()),
            Stream.of("faces.invalid", "notice.line"),
            java.util.stream.IntStream.rangeClosed(0, com.movierecap.identity.PasswordRule.BEST)
                .mapToObj(score -> "password.strength." + score))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyComposedKeyIsThere(String key) {
    assertThat(Messages.in(Language.EN).has(key)).as(key).isTrue();
  }

  private static Stream<String> all(String prefix, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(v -> prefix + v.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
