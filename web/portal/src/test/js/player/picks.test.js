import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playing, walked } from '../../../main/webapp/resources/recap/player/picks.js';

test('the pick that began last is the one that plays', () => {
  const starts = [0, 4.2, 9];
  assert.equal(playing(starts, 0), 0);
  assert.equal(playing(starts, 4.19), 0);
  assert.equal(playing(starts, 4.2), 1);
  assert.equal(playing(starts, 500), 2);
  assert.equal(playing([1], 0), -1);
  assert.equal(playing([], 3), -1);
});

test('arrows walk and stop at the ends', () => {
  assert.equal(walked('ArrowRight', 0, 3), 1);
  assert.equal(walked('ArrowRight', 2, 3), undefined);
  assert.equal(walked('ArrowLeft', 0, 3), undefined);
  assert.equal(walked('Home', 2, 3), 0);
  assert.equal(walked('End', 0, 3), 2);
  assert.equal(walked('Enter', 0, 3), undefined);
});
