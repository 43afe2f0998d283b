// Questions and answers about passkeys, between JSON, which has text, and the browser, which has bytes.
const BYTES = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

/** Bytes from base64url (RFC 4648). */
export function bytes(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0));
}

/** Base64url without padding. */
export function text(buffer) {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The server's question as the browser wants it. */
export function question(json) {
  const publicKey = JSON.parse(json);
  publicKey.challenge = bytes(publicKey.challenge);
  if (publicKey.user) {
    publicKey.user.id = bytes(publicKey.user.id);
  }
  [publicKey.excludeCredentials, publicKey.allowCredentials].forEach((list) => {
    (list || []).forEach((each) => {
      each.id = bytes(each.id);
    });
  });
  return { publicKey };
}

/** The browser's answer as the server wants it. */
export function answer(credential) {
  const response = {};
  BYTES.filter((name) => credential.response[name]).forEach((name) => {
    response[name] = text(credential.response[name]);
  });
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response
  });
}
