package com.movierecap.storage;

import com.movierecap.kernel.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

/** Objects in one S3 bucket. */
@ApplicationScoped
public class S3ObjectStore {
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

  public void put(ObjectKey key, Path file, String mediaType) {
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
      var etag = head.eTag();
      if (wanted.had(etag)) {
        return StoredObject.had(size, etag);
      }
      var range = wanted.part(etag, size).orElse(null);
      var answer =
          client.getObject(
              b -> {
                // replaced in between, it would be another object than the head's
                b.bucket(bucket).key(key.value()).ifMatch(etag);
                if (range != null) {
                  b.range("bytes=" + range.first() + "-" + range.last());
                }
              });
      return new StoredObject(answer, size, range, etag, false);
    } catch (NoSuchKeyException e) {
      throw ProblemException.notFound();
    }
  }

  /** An object in the store, without its content. */
  public record Listed(ObjectKey key, long bytes) {}

  /** Every object below a folder, read page by page as the stream goes on. */
  public Stream<Listed> list(String folder) {
    return client.listObjectsV2Paginator(b -> b.bucket(bucket).prefix(folder)).contents().stream()
        .map(object -> new Listed(new ObjectKey(object.key()), object.size()));
  }

  /** Deletes an object; nothing happens where there is none. */
  public void delete(ObjectKey key) {
    client.deleteObject(b -> b.bucket(bucket).key(key.value()));
  }

  /** Deletes every object below a folder such as {@link ObjectKey#movieFolder}. */
  public void deleteFolder(String folder) {
    list(folder)
        .forEach(each -> client.deleteObject(b -> b.bucket(bucket).key(each.key().value())));
  }

  /** Answers only when the bucket does. */
  public void check() {
    client.headBucket(b -> b.bucket(bucket));
  }
}
