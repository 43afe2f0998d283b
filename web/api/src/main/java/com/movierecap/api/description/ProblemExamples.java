package com.movierecap.api.description;

import com.movierecap.api.problem.Problem;
import com.movierecap.i18n.Bytes;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemType;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.examples.Example;

/** One problem of each kind, in English, as a caller would see it. */
final class ProblemExamples {
  private static final Messages WORDS = Messages.in(Language.EN);
  private static final String REQUEST_ID = "01a20e2d-5f0c-7c4e-9d0b-6f1d2a7c8e31";

  private final Components components;

  ProblemExamples(Components components) {
    this.components = components;
  }

  Example reference(ProblemType type) {
    components.addExample(
        type.slug(), OASFactory.createExample().summary(title(type)).value(value(type)));
    return OASFactory.createExample().ref("#/components/examples/" + type.slug());
  }

  static String title(ProblemType type) {
    return WORDS.get(type.titleKey());
  }

  private static Object value(ProblemType type) {
    var problem = Problem.of(type, WORDS, REQUEST_ID, arguments(type));
    return Json.parse(Json.line(problem), Map.class);
  }

  /** What could stand in the places that a problem's words leave open. */
  private static Object[] arguments(ProblemType type) {
    return switch (type) {
      case LENGTH_TOO_LONG -> new Object[] {90, 72};
      case API_KEYS_TOO_MANY -> new Object[] {20};
      case PASSWORD_LENGTH -> new Object[] {8, 128};
      case SECOND_FACTOR_PAUSED, PASSWORD_PAUSED, TOKENS_PAUSED, MAIL_PAUSED ->
          new Object[] {Duration.ofMinutes(5)};
      case TOO_LARGE -> new Object[] {new Bytes(20_000_000_000L)};
      case ALLOWED_AND_BLOCKED -> new Object[] {"US"};
      case WATERMARK_SIZE -> new Object[] {8, 200, 16, 2048};
      case SSO_DOMAIN_UNPROVEN -> new Object[] {"acme.com"};
      case TENANT_SUSPENDED, TENANT_DELETED -> new Object[] {"support@movierecap.com"};
      case NAME_TAKEN -> new Object[] {"acme"};
      case DOMAIN_NOT_PROVEN ->
          new Object[] {"_movierecap.recaps.acme.com", "movierecap-verification=…"};
      case MALFORMED_JSON -> new Object[] {"picks.[].start_seconds"};
      default -> new Object[] {"length_seconds"};
    };
  }
}
