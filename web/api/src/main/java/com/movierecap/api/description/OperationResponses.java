package com.movierecap.api.description;

import com.movierecap.api.problem.Problem;
import com.movierecap.kernel.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Every answer of an operation: what was asked for, or one of the problems it can have. */
final class OperationResponses {
  private static final String OTHERS = "Problem";
  private static final int TOO_MANY = 429;

  private final Components components;
  private final Schemas schemas;
  private final ProblemExamples examples;

  OperationResponses(Components components, Schemas schemas) {
    this.components = components;
    this.schemas = schemas;
    this.examples = new ProblemExamples(components);
    components.addResponse(
        OTHERS, problems(List.of(ProblemType.INTERNAL, ProblemType.UNAVAILABLE)));
  }

  void describe(String path, Operation operation, Endpoint endpoint, OperationExamples notes) {
    var read = operation.getResponses();
    var responses = OASFactory.createAPIResponses();
    if (read.hasAPIResponse("303")) {
      responses.addAPIResponse("303", read.getAPIResponse("303"));
    } else {
      fulfilled(responses, operation, endpoint, notes);
    }
    var byStatus = new TreeMap<Integer, List<ProblemType>>();
    for (var type : OperationProblems.of(path, operation, endpoint, notes)) {
      byStatus.computeIfAbsent(type.status(), status -> new ArrayList<>()).add(type);
    }
    byStatus.forEach((status, types) -> responses.addAPIResponse(status.toString(), shared(types)));
    responses.setDefaultValue(reference(OTHERS));
    operation.setResponses(responses);
  }

  private void fulfilled(
      APIResponses responses, Operation operation, Endpoint endpoint, OperationExamples notes) {
    var content = content(endpoint, notes.answers().get(endpoint.status()));
    responses.addAPIResponse(endpoint.status(), answer("As asked", content));
    if (OperationProblems.takes(operation, "Range")) {
      responses.addAPIResponse("206", answer("The part that was asked for", content));
    }
    notes
        .answers()
        .forEach(
            (status, example) -> {
              if (!status.equals(endpoint.status())) {
                responses.addAPIResponse(
                    status, answer("Not as it should be", content(endpoint, example)));
              }
            });
  }

  private Content content(Endpoint endpoint, @Nullable Object example) {
    var content = OASFactory.createContent();
    for (var type : endpoint.mediaTypes()) {
      var media = OASFactory.createMediaType();
      if (type.equals(MediaType.APPLICATION_JSON)) {
        media.setSchema(
            endpoint
                .answer()
                .map(schemas::answer)
                .orElseGet(() -> OASFactory.createSchema().type(SchemaType.OBJECT)));
        media.setExample(example);
      } else {
        var text = OASFactory.createSchema().type(SchemaType.STRING);
        media.setSchema(type.equals(MediaType.WILDCARD) ? text.format("binary") : text);
      }
      content.addMediaType(type, media);
    }
    return content;
  }

  /** Many operations have the same problems of one status. */
  private APIResponse shared(List<ProblemType> types) {
    var name = String.join("-or-", types.stream().map(ProblemType::slug).toList());
    components.addResponse(name, problems(types));
    return reference(name);
  }

  private static APIResponse reference(String name) {
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }

  private APIResponse problems(Collection<ProblemType> types) {
    var media = OASFactory.createMediaType().schema(schemas.answer(Problem.class));
    types.forEach(type -> media.addExample(type.slug(), examples.reference(type)));
    var answer =
        answer(
            String.join("; ", types.stream().map(ProblemExamples::title).toList()),
            OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    if (types.stream().anyMatch(type -> type.status() == TOO_MANY)) {
      answer.addHeader(
          HttpHeaders.RETRY_AFTER,
          OASFactory.createHeader()
              .description("After how many seconds the same is worth trying again")
              .schema(OASFactory.createSchema().type(SchemaType.INTEGER).minimum(BigDecimal.ONE)));
    }
    return answer;
  }

  private static APIResponse answer(String description, Content content) {
    var answer = OASFactory.createAPIResponse().description(description);
    return content.getMediaTypes() == null || content.getMediaTypes().isEmpty()
        ? answer
        : answer.content(content);
  }
}
