import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, numbers, size } from '../../main/webapp/resources/recap/words.js';

const UNITS = ['{0} B', '{0} kB', '{0} MB', '{0} GB', '{0} TB'];
const write = numbers('en');

test('gaps are filled in their order, wherever they stand', () => {
  assert.equal(fill('{1} of {0}', 'b', 'a'), 'a of b');
});

test('a file may be called anything', () => {
  assert.equal(fill('{0}: {1}', "a $& b $' $$.mp4", 'ready'), "a $& b $' $$.mp4: ready");
});

test('sizes have three figures at most', () => {
  assert.equal(size(0, UNITS, write), '0 B');
  assert.equal(size(999, UNITS, write), '999 B');
  assert.equal(size(1500, UNITS, write), '1.5 kB');
  assert.equal(size(9_960, UNITS, write), '10 kB');
  assert.equal(size(999_499, UNITS, write), '999 kB');
  assert.equal(size(999_500, UNITS, write), '1 MB');
  assert.equal(size(20 * 2 ** 30, UNITS, write), '21 GB');
  assert.equal(size(5e15, UNITS, write), '5,000 TB');
});

test('figures are those of the language', () => {
  assert.equal(size(1500, UNITS, numbers('de')), '1,5 kB');
  assert.equal(numbers('ar-EG')(12), '١٢');
});
