package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.local.LocalStack;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of production's commands when they are one jar, without the source tree. */
class ToolsIT {
  @Test
  void anEmptyDatabaseIsMigratedWithNothingButTheJar() throws Exception {
    var name = "empty_" + UUID.randomUUID().toString().replace("-", "");
    try (var superuser = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement = superuser.createStatement()) {
      statement.execute("create database " + name + " owner recap_owner");
    }
    var environment = new HashMap<>(TestStack.environment());
    environment.put("POSTGRES_DATABASE", name);
    var first = Tool.run(environment, "migrate");
    assertThat(first.code()).as(first.said()).isZero();
    var second = Tool.run(environment, "migrate");
    assertThat(second.code()).as(second.said()).isZero();
    assertThat(second.said().lines()).singleElement().asString().endsWith(", nothing to do");
    var checked = Tool.run(environment, "verify-audit");
    assertThat(checked.code()).as(checked.said()).isZero();
    assertThat(checked.said()).endsWith(": holds\n");
    assertThat(first.said() + second.said() + checked.said())
        .doesNotContain(environment.get("POSTGRES_OWNER_PASSWORD"));
  }

  @Test
  void theDatabaseOfTheServerIsAtItsVersion() throws Exception {
    var migrate = Tool.run("migrate");
    assertThat(migrate.code()).as(migrate.said()).isZero();
    assertThat(migrate.said()).endsWith(", nothing to do\n");
  }

  @Test
  void theJarKnowsItsVersion() throws Exception {
    assertThat(Tool.run("--version").said())
        .matches("recap-tools \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }
}
