package com.movierecap.api.description;

import com.movierecap.kernel.ProblemType;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Which problems an operation can have: those that follow from what it takes, and those noted. */
final class OperationProblems {
  private OperationProblems() {}

  static Set<ProblemType> of(
      String path, Operation operation, Endpoint endpoint, OperationExamples notes) {
    // whoever asks for anything may name a tenant that is none, or that may do nothing now
    var all =
        EnumSet.of(
            ProblemType.TENANT_MISMATCH,
            ProblemType.TENANT_SUSPENDED,
            ProblemType.TENANT_NOT_FOUND,
            ProblemType.TENANT_DELETED);
    all.addAll(notes.problems());
    if (!endpoint.roles().isEmpty()) {
      all.addAll(List.of(ProblemType.SIGN_IN_REQUIRED, ProblemType.FORBIDDEN));
      // a key where none is good, or beside a token
      all.addAll(
          List.of(
              ProblemType.API_KEY_REFUSED, ProblemType.API_KEY_SCOPE, ProblemType.INVALID_REQUEST));
    }
    if (path.contains("{")) {
      all.add(ProblemType.NOT_FOUND);
    }
    if (parameters(operation).stream().anyMatch(each -> isQuery(each))) {
      all.add(ProblemType.INVALID_REQUEST);
    }
    if (takes(operation, "If-Match")) {
      all.add(ProblemType.PRECONDITION_FAILED);
    }
    if (takes(operation, "Range")) {
      all.add(ProblemType.RANGE_NOT_SATISFIABLE);
    }
    if (takes(operation, "Idempotency-Key")) {
      all.addAll(
          List.of(
              ProblemType.IDEMPOTENCY_KEY_MALFORMED,
              ProblemType.REQUEST_IN_PROGRESS,
              ProblemType.IDEMPOTENCY_KEY_REUSED));
    }
    if (!endpoint.mediaTypes().isEmpty() && !endpoint.mediaTypes().contains(MediaType.WILDCARD)) {
      all.add(ProblemType.NOT_ACCEPTABLE);
    }
    if (operation.getRequestBody() != null) {
      all.addAll(List.of(ProblemType.INVALID_REQUEST, ProblemType.UNSUPPORTED_MEDIA_TYPE));
      if (endpoint.body().isPresent()) {
        all.add(ProblemType.MALFORMED_JSON);
      }
    }
    return all;
  }

  /** Whether a header is among the operation's parameters, which are references by now. */
  static boolean takes(Operation operation, String header) {
    return parameters(operation).stream()
        .anyMatch(each -> SharedParameters.isReference(each, header));
  }

  private static boolean isQuery(Parameter parameter) {
    return parameter.getIn() == In.QUERY
        || SharedParameters.isReference(parameter, "limit")
        || SharedParameters.isReference(parameter, "after");
  }

  private static List<Parameter> parameters(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.of());
  }
}
