package com.movierecap.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Instant END = NOW.plus(LIFE);
  private static final UUID ACME = UUID.randomUUID();

  private final Account ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
  private final ApiKey key = key(ada, Set.of(Scope.WRITE));

  @Test
  void itIsGoodUntilItExpiresAndNotAMomentLonger() {
    assertThat(key.isAlive(NOW)).isTrue();
    assertThat(key.isAlive(END.minusNanos(1))).isTrue();
    assertThat(key.isAlive(END)).isFalse();
    assertThat(holder(key, END)).isEmpty();
  }

  @Test
  void aRevokedOneIsWorthNothingAtOnce() {
    key.revoke(NOW);
    assertThat(key.isRevoked()).isTrue();
    assertThat(key.isAlive(NOW)).isFalse();
    assertThat(holder(key, NOW)).isEmpty();
  }

  @Test
  void itIsWorthNothingWhileItsOwnerMayNotCome() {
    ada.disable();
    assertThat(key.isAlive(NOW)).isTrue();
    assertThat(holder(key, NOW)).isEmpty();
    ada.enable();
    assertThat(holder(key, NOW)).isPresent();
  }

  @Test
  void aRotatedOneIsGoodForALittleBesideItsSuccessor() {
    var successor = key(ada, Set.of(Scope.WRITE));
    var overlap = NOW.plusSeconds(3600);
    key.giveWayTo(successor, overlap);
    assertThat(key.replacedBy()).contains(successor.id());
    assertThat(key.isAlive(overlap.minusNanos(1))).isTrue();
    assertThat(key.isAlive(overlap)).isFalse();
    assertThat(successor.isAlive(overlap)).isTrue();
  }

  @Test
  void rotatingPutsNoEndOff() {
    key.giveWayTo(key(ada, Set.of(Scope.READ)), END.plusSeconds(1));
    assertThat(key.expiresAt()).isEqualTo(END);
  }

  @Test
  void whoSendsItActsAsItsOwnerWithNoMoreThanItIsFor() {
    var holder = holder(key(ada, Set.of(Scope.READ)), NOW).orElseThrow();
    assertThat(holder.tenant()).isEqualTo(ACME);
    assertThat(holder.account()).isEqualTo(ada.id());
    assertThat(holder.called()).isEqualTo("ada@acme.example");
    assertThat(holder.onlyReads()).isTrue();
    assertThat(holder(key, NOW).orElseThrow().onlyReads()).isFalse();
    assertThatThrownBy(() -> key.holder(NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itOpensNoMoreThanItsOwnersRoleDoesAtThatMoment() {
    ada.become(Role.TENANT_ADMIN);
    var admin = key(ada, Set.of(Scope.ADMIN, Scope.WRITE));
    assertThat(holder(admin, NOW).orElseThrow().groups())
        .containsExactlyInAnyOrder(Role.VIEW, Role.EDIT, Role.ADMINISTER);
    ada.become(Role.VIEWER);
    assertThat(holder(admin, NOW).orElseThrow().groups()).containsExactly(Role.VIEW);
  }

  @Test
  void aKeyThatOpensNothingIsNobodys() {
    var operator = new Account("op@platform.example", "Op", "x", Role.OPERATOR, NOW);
    assertThat(holder(key(operator, EnumSet.allOf(Scope.class)), NOW)).isEmpty();
  }

  @Test
  void ofItsTextOnlyTheBeginningIsKept() {
    var text = ApiKeyToken.next(ACME);
    var made = new ApiKey(ada, new ApiKeyRequest("ci", Set.of(Scope.READ), LIFE), text, NOW);
    assertThat(text.text()).startsWith(made.prefix());
    assertThat(made.prefix()).hasSize(12);
  }

  @Test
  void itWasNeverUsedUntilItIs() {
    assertThat(key.usedAt()).isEmpty();
    assertThat(key.wasUsedLongAgo(NOW)).isTrue();
  }

  @Test
  void whatAllNodesRememberOfAHolderIsReadAsItWas() {
    var holder = holder(key, NOW).orElseThrow();
    assertThat(Json.parse(Json.line(holder), ApiKeyPrincipal.class)).isEqualTo(holder);
    assertThat(holder.getName()).isEqualTo(ada.id().toString());
  }

  private static Optional<ApiKeyPrincipal> holder(ApiKey key, Instant now) {
    return CallContext.in(ACME).get(() -> key.holder(now));
  }

  private static ApiKey key(Account account, Set<Scope> scopes) {
    return new ApiKey(account, new ApiKeyRequest("ci", scopes, LIFE), ApiKeyToken.next(ACME), NOW);
  }
}
