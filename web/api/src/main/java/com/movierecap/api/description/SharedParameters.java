package com.movierecap.api.description;

import com.movierecap.api.security.TenantFilter;
import com.movierecap.kernel.Page;
import com.movierecap.library.MovieFiles.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Parameters that mean the same wherever they are: said once, by their names. */
final class SharedParameters {
  private static final String PLACE = "#/components/parameters/";

  private final Components components;
  private final Map<String, Parameter> known = new LinkedHashMap<>();
  private final Parameter tenant;

  SharedParameters(Components components) {
    this.components = components;
    this.tenant =
        say(
            In.HEADER,
            TenantFilter.HEADER,
            "Names the tenant, by its name or its id. Where host, path or token name one too, all of"
                + " them must mean the same.",
            text().example("acme"));
    say(
        In.HEADER,
        "Idempotency-Key",
        "Names this request, up to 255 characters: sent again under the same name by the same"
            + " account it is done once, and answered as it was. Under the same name with another"
            + " body it is refused.",
        text().example("8e03978e-40d5-43e8-bc93-6894a57f9324"));
    say(
        In.HEADER,
        "If-Match",
        "The ETag of the state that is to be changed. Where it has changed meanwhile, nothing is"
            + " done. Left out, any state will do.",
        text().example("\"3\""));
    say(
        In.HEADER,
        "Range",
        "The part of the file that is wanted, as RFC 9110 has it; one range.",
        text().example("bytes=0-1023"));
    say(
        In.HEADER,
        "If-Range",
        "The ETag of the file that a part is still missing of: where it is another file by now, all"
            + " of it comes and not the part.",
        text().example("\"9b2cf535f27731c974343645a3985328\""));
    say(
        In.HEADER,
        "If-None-Match",
        "The ETag of the file that is here already: where it is still the same, 304 comes and"
            + " nothing else.",
        text().example("\"9b2cf535f27731c974343645a3985328\""));
    say(
        In.QUERY,
        "limit",
        "At most so many on this page.",
        OASFactory.createSchema()
            .type(SchemaType.INTEGER)
            .minimum(BigDecimal.ONE)
            .maximum(BigDecimal.valueOf(Page.Request.MAX_LIMIT))
            .defaultValue(50));
    say(
        In.QUERY,
        "after",
        "The page behind that one: its field next. Good for the same tenant and the same query"
            + " only.",
        text());
    say(In.PATH, "id", "As the list or the making of it told.", text().format("uuid"));
    say(In.PATH, "key", "The key's id, as the list of them told.", text().format("uuid"));
    say(In.PATH, "name", "As the recap's outputs name it.", text().example("recap.mp4"));
    var pictures = text().example(Picture.POSTER.fileName());
    Arrays.stream(Picture.values()).map(Picture::fileName).forEach(pictures::addEnumeration);
    say(In.PATH, "picture", "Which one.", pictures);
  }

  /** Puts references in the place of those; every operation takes the tenant's header. */
  void share(Operation operation) {
    var own =
        Optional.ofNullable(operation.getParameters())
            .map(ArrayList::new)
            .orElseGet(ArrayList::new);
    own.replaceAll(
        parameter -> {
          var shared = known.get(key(parameter.getIn(), parameter.getName()));
          return shared == null ? parameter : reference(shared);
        });
    own.add(reference(tenant));
    operation.setParameters(own);
  }

  static boolean isReference(Parameter parameter, String name) {
    return (PLACE + name).equals(parameter.getRef());
  }

  private Parameter say(In in, String name, String description, Schema schema) {
    var parameter =
        OASFactory.createParameter()
            .name(name)
            .in(in)
            .required(in == In.PATH ? true : null)
            .description(description)
            .schema(schema);
    known.put(key(in, name), parameter);
    return parameter;
  }

  private Parameter reference(Parameter shared) {
    components.addParameter(shared.getName(), shared);
    return OASFactory.createParameter().ref(PLACE + shared.getName());
  }

  private static String key(In in, String name) {
    return in + " " + name;
  }

  private static Schema text() {
    return OASFactory.createSchema().type(SchemaType.STRING);
  }
}
