package com.movierecap.api.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public half of the key that signs our tokens, as a JWK set (RFC 7517). */
@Path("/.well-known/jwks.json")
@RequestScoped
@PermitAll
@Tag(name = "auth")
public class KeysResource {
  @Inject
  @ConfigProperty(name = "jwt.keystore")
  private java.nio.file.Path keystore;

  @Inject
  @ConfigProperty(name = "jwt.keystore.password")
  private String password;

  public record Key(String kty, String use, String alg, String kid, String n, String e) {}

  public record Keys(List<Key> keys) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getKeys", summary = "Public keys of our tokens")
  public Keys get() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keystore)) {
      store.load(in, password.toCharArray());
    }
    var key = (RSAPublicKey) store.getCertificate("jwt").getPublicKey();
    return new Keys(List.of(jwk(key)));
  }

  private static Key jwk(RSAPublicKey key) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return new Key(
        "RSA",
        "sig",
        "RS256",
        base64(digest),
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
