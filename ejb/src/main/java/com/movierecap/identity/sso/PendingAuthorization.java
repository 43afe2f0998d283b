package com.movierecap.identity.sso;

import com.movierecap.identity.OpaqueToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was begun, as it waits in Redis for its browser to come back.
 *
 * @param tenant who it is for, whatever the answer says
 * @param issuer which provider may answer
 * @param callback where it was told to send the browser
 * @param nonce what the ID token must repeat
 * @param verifier what proves that we asked for the code (RFC 7636)
 * @param browserHash of what the browser holds
 */
public record PendingAuthorization(
    UUID tenant,
    String issuer,
    String callback,
    String nonce,
    String verifier,
    String browserHash) {

  boolean isOf(@Nullable String browser) {
    return browser != null
        && MessageDigest.isEqual(
            OpaqueToken.hash(browser).getBytes(StandardCharsets.US_ASCII),
            browserHash.getBytes(StandardCharsets.US_ASCII));
  }
}
