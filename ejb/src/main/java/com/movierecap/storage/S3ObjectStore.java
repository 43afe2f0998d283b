package com.movierecap.storage;

import com.movierecap.kernel.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Objects in one S3 bucket. Nobody calls it inside a transaction: a store that is slow would hold
 * the transaction's connection and locks, and what it has done is not undone by a rollback.
 */
@ApplicationScoped
public class S3ObjectStore {
  private static final Logger LOG = Logger.getLogger(S3ObjectStore.class.getName());

  /**
   * Larger files go part by part: one request holds 5 GB at most, and begins anew when it fails.
   */
  private static final long LARGEST_IN_ONE_REQUEST = 64 << 20;

  /** As many keys as one request deletes. */
  private static final int BATCH = 1000;

  @Inject
  @ConfigProperty(name = "s3.endpoint")
  private URI endpoint;

  @Inject
  @ConfigProperty(name = "s3.region")
  private String region;

  @Inject
  @ConfigProperty(name = "s3.bucket")
  private String bucket;

  @Inject
  @ConfigProperty(name = "s3.access.key")
  private String accessKey;

  @Inject
  @ConfigProperty(name = "s3.secret.key")
  private String secretKey;

  private S3Client client;

  @PostConstruct
  void connect() {
    client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(60))
                    .build())
            .build();
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Stores a stream of any length part by part. Either the whole object is there afterwards or
   * nothing of it.
   *
   * @return how many bytes were stored
   */
  public long put(ObjectKey key, InputStream content, String mediaType) throws IOException {
    try (var upload = write(key, mediaType)) {
      content.transferTo(upload);
      return upload.complete();
    }
  }

  /** Begins an object whose bytes come bit by bit. */
  public ObjectUpload write(ObjectKey key, String mediaType) {
    return new ObjectUpload(client, bucket, key, mediaType);
  }

  /**
   * Stores a file.
   *
   * @throws UncheckedIOException where it cannot be read
   */
  public void put(ObjectKey key, Path file, String mediaType) {
    try {
      if (Files.size(file) > LARGEST_IN_ONE_REQUEST) {
        try (var content = Files.newInputStream(file)) {
          put(key, content, mediaType);
        }
        return;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client.putObject(
        b -> b.bucket(bucket).key(key.value()).contentType(mediaType), RequestBody.fromFile(file));
  }

  /** Fetches an object into a file that does not exist yet. */
  public void fetch(ObjectKey key, Path file) {
    try {
      client.getObject(b -> b.bucket(bucket).key(key.value()), ResponseTransformer.toFile(file));
    } catch (NoSuchKeyException e) {
      throw ProblemException.notFound();
    }
  }

  /**
   * Opens an object.
   *
   * @return without content where who asks has it already
   * @throws ProblemException where there is no such object, or not that part of it
   */
  public StoredObject open(ObjectKey key, Wanted wanted) {
    try {
      var head = client.headObject(b -> b.bucket(bucket).key(key.value()));
      long size = head.contentLength();
      var coded = wanted.mayBeCoded(head.contentType());
      var etag = coded ? "W/" + head.eTag() : head.eTag();
      if (wanted.had(etag)) {
        return StoredObject.had(size, etag);
      }
      var range = coded ? null : wanted.part(etag, size).orElse(null);
      var answer =
          client.getObject(
              b -> {
                // replaced in between, it would be another object than the head's
                b.bucket(bucket).key(key.value()).ifMatch(head.eTag());
                if (range != null) {
                  b.range("bytes=" + range.first() + "-" + range.last());
                }
              });
      return new StoredObject(answer, size, range, etag, false);
    } catch (NoSuchKeyException e) {
      throw ProblemException.notFound();
    }
  }

  /**
   * An object in the store, without its content.
   *
   * @param storedAt by the store's clock
   */
  public record Listed(ObjectKey key, long bytes, Instant storedAt) {}

  /** Every object below a folder, read page by page as the stream goes on. */
  public Stream<Listed> list(String folder) {
    return client.listObjectsV2Paginator(b -> b.bucket(bucket).prefix(folder)).contents().stream()
        .map(
            object ->
                new Listed(ObjectKey.listed(object.key()), object.size(), object.lastModified()));
  }

  /** Deletes an object; nothing happens where there is none. */
  public void delete(ObjectKey key) {
    client.deleteObject(b -> b.bucket(bucket).key(key.value()));
  }

  /** Deletes every object below a folder such as {@link ObjectKey#movieFolder}. */
  public void deleteFolder(String folder) {
    delete(list(folder).map(Listed::key));
  }

  /**
   * Deletes as many objects as there are, a thousand with each request.
   *
   * @throws IllegalStateException where the store kept one of them
   */
  public void delete(Stream<ObjectKey> keys) {
    var batch = new ArrayList<ObjectIdentifier>();
    keys.forEach(
        key -> {
          batch.add(ObjectIdentifier.builder().key(key.value()).build());
          if (batch.size() == BATCH) {
            deleteBatch(batch);
          }
        });
    deleteBatch(batch);
  }

  private void deleteBatch(List<ObjectIdentifier> batch) {
    if (batch.isEmpty()) {
      return;
    }
    var objects = List.copyOf(batch);
    batch.clear();
    var answer =
        client.deleteObjects(b -> b.bucket(bucket).delete(d -> d.objects(objects).quiet(true)));
    if (answer.hasErrors()) {
      throw new IllegalStateException("kept: " + answer.errors().get(0));
    }
  }

  /**
   * Deletes what was given up, once that is certain. What the store does not delete now is an
   * orphan and goes with the next sweep.
   */
  void deleteDiscarded(@Observes(during = TransactionPhase.AFTER_SUCCESS) Discarded discarded) {
    try {
      deleteFolder(discarded.folder());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, discarded.folder() + " is left to the sweep", e);
    }
  }

  /** Gives up uploads that were begun before a moment and never ended. */
  public void abortUploads(Instant begunBefore) {
    client.listMultipartUploadsPaginator(b -> b.bucket(bucket)).uploads().stream()
        .filter(upload -> upload.initiated().isBefore(begunBefore))
        .forEach(
            upload ->
                client.abortMultipartUpload(
                    b -> b.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
  }

  /** Answers only when the bucket does. */
  public void check() {
    client.headBucket(b -> b.bucket(bucket));
  }
}
