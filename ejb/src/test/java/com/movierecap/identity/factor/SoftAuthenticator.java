package com.movierecap.identity.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A browser and an authenticator in one, which can be made to lie. */
final class SoftAuthenticator {
  static final int PRESENT = 0x01;
  static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;
  private static final int AAGUID_BYTES = 16;
  private static final int COORDINATE_BYTES = 32;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CBORMapper CBOR = new CBORMapper();

  final byte[] id = bytes(UUID.randomUUID());
  private final KeyPair keys;

  /** What it says, whatever is so. */
  String origin = "https://acme.example";

  String host = "acme.example";
  int flags = PRESENT | VERIFIED;
  int count;
  byte[] userHandle = {};

  SoftAuthenticator() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param options PublicKeyCredentialCreationOptionsJSON
   * @return RegistrationResponseJSON
   */
  String create(String options) {
    var client = client("webauthn.create", challenge(options));
    var data = authenticatorData(flags | ATTESTED, attested());
    var object = new LinkedHashMap<String, Object>();
    object.put("fmt", "none");
    object.put("attStmt", Map.of());
    object.put("authData", data);
    return answer(
        Map.of(
            "clientDataJSON",
            text(client),
            "attestationObject",
            text(CBOR.writeValueAsBytes(object))));
  }

  /**
   * @param options PublicKeyCredentialRequestOptionsJSON
   * @return AuthenticationResponseJSON
   */
  String get(String options) {
    return get("webauthn.get", challenge(options));
  }

  String get(String type, String challenge) {
    count++;
    var client = client(type, challenge);
    var data = authenticatorData(flags, new byte[0]);
    var response = new LinkedHashMap<String, Object>();
    response.put("clientDataJSON", text(client));
    response.put("authenticatorData", text(data));
    response.put("signature", text(sign(data, sha256(client))));
    response.put("userHandle", text(userHandle));
    return answer(response);
  }

  private String answer(Map<String, Object> response) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("id", text(id));
    answer.put("rawId", text(id));
    answer.put("type", "public-key");
    answer.put("clientExtensionResults", Map.of());
    answer.put("response", response);
    return json(answer).toString();
  }

  private byte[] client(String type, String challenge) {
    return json(Map.of(
            "type", type, "challenge", challenge, "origin", origin, "crossOrigin", false))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(int said, byte[] rest) {
    return ByteBuffer.allocate(32 + 1 + 4 + rest.length)
        .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
        .put((byte) said)
        .putInt(count)
        .put(rest)
        .array();
  }

  private byte[] attested() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var key = new LinkedHashMap<Integer, Object>();
    key.put(1, 2);
    key.put(3, -7);
    key.put(-1, 1);
    key.put(-2, coordinate(point.getAffineX()));
    key.put(-3, coordinate(point.getAffineY()));
    var cose = cose(key);
    return ByteBuffer.allocate(AAGUID_BYTES + 2 + id.length + cose.length)
        .put(new byte[AAGUID_BYTES])
        .putShort((short) id.length)
        .put(id)
        .put(cose)
        .array();
  }

  /** The keys of COSE are numbers, which no object mapper writes. */
  private static byte[] cose(Map<Integer, Object> key) {
    var written = new ByteArrayOutputStream();
    try (var generator = CBOR.createGenerator(written)) {
      ((tools.jackson.dataformat.cbor.CBORGenerator) generator).writeStartObject(null, key.size());
      key.forEach(
          (name, value) -> {
            generator.writePropertyId(name);
            if (value instanceof byte[] bytes) {
              generator.writeBinary(bytes);
            } else {
              generator.writeNumber((Integer) value);
            }
          });
      generator.writeEndObject();
    }
    return written.toByteArray();
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var fixed = new byte[COORDINATE_BYTES];
    var length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return fixed;
  }

  private byte[] sign(byte[] data, byte[] clientHash) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(clientHash);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String challenge(String options) {
    return parse(options).get("challenge").asText();
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Map<String, Object> content) {
    return JSON.valueToTree(content);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
