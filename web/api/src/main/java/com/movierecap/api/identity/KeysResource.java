package com.movierecap.api.identity;

import com.movierecap.api.security.AcceptedKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The public halves of the keys whose tokens are good, as a JWK set (RFC 7517), the one that signs
 * first. The other is the next one, known before it signs, or the one before, until its last token
 * has expired.
 */
@Path("/.well-known/jwks.json")
@RequestScoped
@PermitAll
@Tag(name = "auth")
public class KeysResource {
  @Inject private AcceptedKeys keys;

  public record Key(String kty, String use, String alg, String kid, String n, String e) {}

  public record Keys(List<Key> keys) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getKeys", summary = "Public keys of our tokens")
  public Keys get() {
    return new Keys(
        keys.byName().entrySet().stream().map(e -> jwk(e.getKey(), e.getValue())).toList());
  }

  private static Key jwk(String name, RSAPublicKey key) {
    return new Key(
        "RSA",
        "sig",
        "RS256",
        name,
        base64(unsigned(key.getModulus())),
        base64(unsigned(key.getPublicExponent())));
  }

  private static byte[] unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
