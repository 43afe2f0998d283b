import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, heard, minutes, secondsLeft } from '../../../main/webapp/resources/recap/session/countdown.js';

const NOW = { notice: 120, busy: false, known: false };

test('long before the end it is asked again when it is to be told', () => {
  assert.deepEqual(decide({ idle: 1800, longest: 40000 }, NOW), { why: 'idle', todo: 'wait', seconds: 1680 });
});

test('it is told why, by what comes first', () => {
  assert.deepEqual(decide({ idle: 100, longest: 40000 }, NOW), { why: 'idle', todo: 'tell', seconds: null });
  assert.deepEqual(decide({ idle: 1800, longest: 90 }, NOW), { why: 'longest', todo: 'tell', seconds: null });
  assert.equal(decide({ idle: 90, longest: 90 }, NOW).why, 'idle');
});

test('a film on its way keeps a session alive, as far as that is possible', () => {
  assert.equal(decide({ idle: 100, longest: 40000 }, { ...NOW, busy: true }).todo, 'stay');
  assert.equal(decide({ idle: 1800, longest: 90 }, { ...NOW, busy: true }).todo, 'tell');
});

test('what ends in any case is told once', () => {
  const known = { ...NOW, known: true };
  assert.deepEqual(decide({ idle: 1800, longest: 90 }, known), { why: 'longest', todo: 'wait', seconds: 90 });
  assert.equal(decide({ idle: 60, longest: 90 }, known).todo, 'tell');
});

test('the clock stands at nothing once it is over', () => {
  assert.equal(secondsLeft(10_000, 4_400), 6);
  assert.equal(secondsLeft(10_000, 99_000), 0);
  assert.equal(minutes(0), '0:00');
  assert.equal(minutes(65), '1:05');
  assert.equal(minutes(600), '10:00');
});

test('an answer tells, or the session is over, or nobody knows', () => {
  assert.equal(heard({ ok: true, status: 200 }), 'told');
  assert.equal(heard({ ok: false, status: 401 }), 'over');
  assert.equal(heard({ ok: false, status: 0, type: 'opaqueredirect' }), 'over');
  assert.equal(heard({ ok: false, status: 503 }), 'unclear');
});
