import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, isLong, moment } from '../../../main/webapp/resources/recap/strip/times.js';

// FormatsTest has the same figures for what the server writes
test('moments have tenths, and hours where there are some', () => {
  assert.equal(moment(0), '0:00.0');
  assert.equal(moment(62.54), '1:02.5');
  assert.equal(moment(59.96), '1:00.0');
  assert.equal(moment(3599.97), '1:00:00.0');
  assert.equal(moment(3661.5), '1:01:01.5');
});

test('a clock has hours always', () => {
  assert.equal(clock(0), '0:00:00');
  assert.equal(clock(62), '0:01:02');
  assert.equal(clock(36610), '10:10:10');
});

test('what would be sixty seconds is told by the clock', () => {
  assert.ok(!isLong(59.94));
  assert.ok(isLong(59.95));
});
