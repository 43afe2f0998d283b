import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIntake, lines, meaning } from '../../../main/webapp/resources/recap/upload/answers.js';

test('each line is given once, as soon as it is whole', () => {
  const read = lines();
  assert.deepEqual(read('{"arr'), []);
  assert.deepEqual(read('{"arrived":true}'), []);
  assert.deepEqual(read('{"arrived":true}\n{"film"'), [{ arrived: true }]);
  assert.deepEqual(read('{"arrived":true}\n{"film":"/f"}\n'), [{ film: '/f' }]);
  assert.deepEqual(read('{"arrived":true}\n{"film":"/f"}\n'), []);
});

test('however it is cut, all of it is heard', () => {
  const text = '{"n":1}\n\n{"n":2}\n{"n":3}\n';
  const read = lines();
  const heard = [];
  for (let end = 0; end <= text.length; end++) {
    heard.push(...read(text.slice(0, end)));
  }
  assert.deepEqual(heard, [{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('only the intake writes lines', () => {
  assert.ok(isIntake('application/x-ndjson;charset=UTF-8'));
  assert.ok(!isIntake('text/html'));
  assert.ok(!isIntake(null));
});

test('another page is where people sign in; a broken proxy is tried again', () => {
  assert.equal(meaning(200), 'signedOut');
  assert.equal(meaning(401), 'signedOut');
  assert.equal(meaning(502), 'lost');
  assert.equal(meaning(413), 'refused');
  assert.equal(meaning(403), 'refused');
});
