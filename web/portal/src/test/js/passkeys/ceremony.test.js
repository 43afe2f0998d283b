import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { answer, bytes, question, text } from '../../../main/webapp/resources/recap/passkeys/ceremony.js';

function buffer(...values) {
  return Uint8Array.from(values).buffer;
}

test('base64url is as others write it', () => {
  for (let length = 0; length < 200; length++) {
    const some = randomBytes(length);
    assert.equal(text(some), some.toString('base64url'));
    assert.deepEqual(Buffer.from(bytes(some.toString('base64url'))), some);
  }
  assert.equal(text(buffer(0xfb, 0xff)), '-_8');
});

test('a large answer is no harder than a small one', () => {
  const some = randomBytes(300_000);
  assert.equal(text(some), some.toString('base64url'));
});

test('a question about its owner is one for a new key', () => {
  const asked = question(
    '{"challenge":"AQID","user":{"id":"BA","name":"ada"},"excludeCredentials":[{"id":"BQ","type":"public-key"}]}'
  ).publicKey;
  assert.deepEqual([...asked.challenge], [1, 2, 3]);
  assert.deepEqual([...asked.user.id], [4]);
  assert.equal(asked.user.name, 'ada');
  assert.deepEqual([...asked.excludeCredentials[0].id], [5]);
});

test('a question about any key names those that there are, or none', () => {
  assert.deepEqual([...question('{"challenge":"AQ","allowCredentials":[{"id":"Bw"}]}').publicKey.allowCredentials[0].id], [7]);
  assert.equal(question('{"challenge":"AQ"}').publicKey.user, undefined);
});

test('an answer has all that the browser gave, as text', () => {
  const credential = {
    id: 'AQ',
    rawId: buffer(1),
    type: 'public-key',
    response: { clientDataJSON: buffer(2), signature: buffer(3), userHandle: null }
  };
  assert.deepEqual(JSON.parse(answer(credential)), {
    id: 'AQ',
    rawId: 'AQ',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'Ag', signature: 'Aw' }
  });
});
