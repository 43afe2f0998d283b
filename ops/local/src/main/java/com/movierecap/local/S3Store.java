package com.movierecap.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * An S3 store in this JVM: objects are files under {@code s3/BUCKET}, and signatures are really
 * checked.
 */
final class S3Store implements AutoCloseable {
  static final String BUCKET = "recap";
  static final String REGION = "us-east-1";
  private static final long DRAIN_MILLIS = 2000;

  private final S3Proxy proxy;
  private final int port;
  private final String accessKey;
  private final String secretKey;

  private S3Store(S3Proxy proxy, int port, String accessKey, String secretKey) {
    this.proxy = proxy;
    this.port = port;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  static S3Store start(StateDirectory state, int httpPort) {
    Path directory = state.folder("s3");
    int port = state.port("s3");
    String accessKey = state.secret("s3.access_key");
    String secretKey = state.secret("s3.secret_key");
    FilesystemNio2BlobStore files = new FilesystemNio2BlobStore(directory.toString());
    if (!Files.isDirectory(directory.resolve(BUCKET))) {
      files.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
    }
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(files)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .corsRules(portalOnly(httpPort))
            .stopTimeout(DRAIN_MILLIS)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new StartupFailure("the S3 store did not start: " + e.getMessage(), e);
    }
    return new S3Store(proxy, port, accessKey, secretKey);
  }

  // the portal's player reads results with pre-signed addresses; tenants are subdomains of
  // localhost
  private static CrossOriginResourceSharing portalOnly(int httpPort) {
    return new CrossOriginResourceSharing(
        List.of("http://([a-z0-9-]+\\.)?localhost:" + httpPort),
        List.of("GET", "HEAD", "PUT"),
        List.of("*"),
        List.of("ETag", "Content-Range", "Accept-Ranges", "Content-Length"),
        "");
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  String accessKey() {
    return accessKey;
  }

  String secretKey() {
    return secretKey;
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 store did not stop", e);
    }
  }
}
