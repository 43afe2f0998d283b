package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Accounts;
import com.movierecap.kernel.ProblemException;
import com.movierecap.library.FilmIntake;
import com.movierecap.library.MovieService;
import com.movierecap.library.NewMovie;
import com.movierecap.redis.RedisChannels;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantRef;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store and the news as the services use them, inside the container. */
@ExtendWith(ArquillianExtension.class)
class StorageIT {
  private static final int MORE_THAN_A_BATCH = 1100;

  @Inject private UserTransaction transaction;
  @Inject private TenantDirectory tenants;
  @Inject private Accounts accounts;
  @Inject private FilmIntake intake;
  @Inject private MovieService movies;
  @Inject private S3ObjectStore store;
  @Inject private RedisChannels channels;

  private @Nullable UUID editor;

  @Deployment
  static WebArchive business() {
    return Business.forTest("storage.war");
  }

  @Test
  void whatIsRolledBackKeepsItsObjects() throws Exception {
    asEditor(
        () -> {
          var id = film();
          var folder = ObjectKey.movieFolder(id);
          transaction.begin();
          movies.delete(id, null);
          assertThat(store.list(folder)).hasSize(1);
          transaction.rollback();
          assertThat(store.list(folder)).hasSize(1);
          assertThat(movies.get(id).title()).isEqualTo("Storage");
          movies.delete(id, null);
          assertThat(store.list(folder)).isEmpty();
          assertThatThrownBy(() -> movies.get(id)).isInstanceOf(ProblemException.class);
          return null;
        });
  }

  /** S3 takes 5 GB in one request, and one request that fails begins anew. */
  @Test
  void aLargeFileGoesInParts() throws Exception {
    var file = Files.createTempFile("large", "");
    try (var out = Files.newOutputStream(file)) {
      var megabyte = new byte[1 << 20];
      for (int i = 0; i < 70; i++) {
        Arrays.fill(megabyte, (byte) i);
        out.write(megabyte);
      }
    }
    asEditor(
        () -> {
          var key = ObjectKey.ofMovie(UUID.randomUUID(), "large");
          store.put(key, file, "video/mp4");
          try (var content = store.open(key, Wanted.WHOLE).content();
              var sent = Files.newInputStream(file)) {
            assertThat(content).hasSameContentAs(sent);
          }
          // as S3 names what was put together: a hash of the parts' hashes, and how many there are
          assertThat(store.open(key, Wanted.WHOLE).etag()).matches("\".*-5\"");
          store.delete(key);
          return null;
        });
    Files.delete(file);
  }

  @Test
  void aFolderOfMoreThanOneBatchGoesWhole() throws Exception {
    asEditor(
        () -> {
          var id = UUID.randomUUID();
          for (int i = 0; i < MORE_THAN_A_BATCH; i++) {
            store.put(
                ObjectKey.ofMovie(id, "object-" + i),
                new ByteArrayInputStream(new byte[] {1}),
                "text/plain");
          }
          store.deleteFolder(ObjectKey.movieFolder(id));
          assertThat(store.list(ObjectKey.movieFolder(id))).isEmpty();
          return null;
        });
  }

  /** One comes while the other, the last there was, leaves. */
  @Test
  void noListenerIsLost() throws Exception {
    asEditor(
        () -> {
          var tenant = CallContext.requiredTenant();
          hearSomething();
          for (int i = 0; i < 300; i++) {
            var topic = "storage-it-" + i;
            var leaving = channels.subscribe(topic, message -> {});
            var heard = new CountDownLatch(1);
            var left = CompletableFuture.runAsync(leaving::close);
            var staying = channels.subscribe(topic, message -> heard.countDown());
            left.get(10, TimeUnit.SECONDS);
            CallContext.in(tenant).writing().run(() -> channels.publish(topic, "come"));
            assertThat(heard.await(10, TimeUnit.SECONDS)).as("round %d", i).isTrue();
            staying.close();
          }
          return null;
        });
  }

  /** Nothing is heard before the node's one connection listens, which it begins to do by itself. */
  private void hearSomething() throws InterruptedException {
    var heard = new CountDownLatch(1);
    try (var subscription = channels.subscribe("storage-it", message -> heard.countDown())) {
      for (int i = 0; i < 100 && heard.getCount() > 0; i++) {
        channels.publish("storage-it", "is anybody there");
        heard.await(100, TimeUnit.MILLISECONDS);
      }
    }
    assertThat(heard.getCount()).isZero();
  }

  /** Begins as an MP4 does: it is taken in, and no more. */
  private UUID film() throws Exception {
    var bytes = new byte[64];
    System.arraycopy("ftypisom".getBytes(StandardCharsets.US_ASCII), 0, bytes, 4, 8);
    bytes[3] = 32;
    var wish = NewMovie.of("Storage", null, "storage.mp4");
    return intake
        .take(wish, new ByteArrayInputStream(bytes), null, Objects.requireNonNull(editor), null)
        .id();
  }

  private void asEditor(Callable<Void> work) throws Exception {
    var acme = tenants.find("acme").map(TenantRef::id).orElseThrow();
    // the service may look, an editor may not
    editor =
        CallContext.in(acme).get(() -> accounts.find("editor@acme.example")).orElseThrow().id();
    var origin = Origin.somebody("127.0.0.1", null, "storage").with(Role.EDITOR.groups());
    CallContext.in(acme).by(origin).call(work);
  }
}
