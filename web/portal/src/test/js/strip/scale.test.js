import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sight, cropped, keyed, limited, middle, mostZoom, pictures, shotAt } from '../../../main/webapp/resources/recap/strip/scale.js';

const SHOTS = [
  [0, 2, 0],
  [2, 2.5, 0],
  [2.5, 9, 1],
  [9, 10, 1]
];

test('a moment is in the shot that begins no later', () => {
  [
    [-1, 0],
    [0, 0],
    [1.9, 0],
    [2, 1],
    [2.49, 1],
    [8.9, 2],
    [9, 3],
    [99, 3]
  ].forEach(([seconds, shot]) => assert.equal(shotAt(SHOTS, seconds), shot, String(seconds)));
});

test('it finds what a look at each would find', () => {
  const many = Array.from({ length: 3000 }, (_, i) => [i * 1.7, (i + 1) * 1.7, 0]);
  for (let seconds = 0; seconds < 5000; seconds += 13.37) {
    assert.equal(shotAt(many, seconds), many.filter((shot) => shot[0] <= seconds).length - 1);
  }
});

test('the more shots, the wider it gets, within limits', () => {
  assert.equal(mostZoom(4, 1000), 4);
  assert.equal(mostZoom(1000, 1000), 24);
  assert.equal(mostZoom(100000, 1000), 64);
  assert.equal(mostZoom(10, 0), 64);
  assert.equal(limited(0.5, 8), 1);
  assert.equal(limited(16, 8), 8);
  assert.equal(limited(2, 8), 2);
});

test('pixels and seconds are each other the other way round', () => {
  const sight = new Sight(250, 500, 2000, 100);
  assert.equal(sight.x(12.5), 0);
  assert.equal(sight.seconds(0), 12.5);
  for (const seconds of [0, 12.5, 33, 100]) {
    assert.ok(Math.abs(sight.seconds(sight.x(seconds)) - seconds) < 1e-9);
  }
});

test('what is zoomed into stays in the middle', () => {
  const before = new Sight(0, 500, 500, 100);
  const wide = new Sight(0, 500, 2000, 100);
  const after = new Sight(wide.centred(40), 500, 2000, 100);
  assert.equal(before.x(40), 200);
  assert.equal(after.x(40), 250);
});

test('it scrolls only to what is out of sight', () => {
  const sight = new Sight(250, 500, 2000, 100);
  assert.ok(sight.shows(12.5) && sight.shows(37.5));
  assert.ok(!sight.shows(12) && !sight.shows(38));
});

test('three marks, none of them behind the end', () => {
  assert.deepEqual(new Sight(0, 500, 2000, 100).marks(), [0, 12.5, 25]);
  assert.deepEqual(new Sight(1500, 500, 2000, 100).marks(), [75, 87.5, 100]);
  assert.deepEqual(new Sight(1, 500, 500, 100).marks()[2], 100);
});

test('keys go by one, by ten, and to the ends', () => {
  assert.equal(keyed('ArrowRight', 5, 20), 6);
  assert.equal(keyed('ArrowDown', 5, 20), 4);
  assert.equal(keyed('PageUp', 5, 20), 15);
  assert.equal(keyed('PageDown', 15, 20), 5);
  assert.equal(keyed('Home', 5, 20), 0);
  assert.equal(keyed('End', 5, 20), 20);
  assert.equal(keyed('Tab', 5, 20), undefined);
});

test('a wide shot is filled with pictures, as far as it goes', () => {
  assert.deepEqual(pictures([{ index: 3, from: 10, to: 260 }], 100), [
    { index: 3, x: 10, width: 150 },
    { index: 3, x: 160, width: 100 }
  ]);
});

test('of narrow ones, one stands for those around it', () => {
  const narrow = Array.from({ length: 100 }, (_, index) => ({ index, from: index * 10, to: index * 10 + 10 }));
  const drawn = pictures(narrow, 100);
  assert.deepEqual(
    drawn.map((each) => each.index),
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]
  );
});

test('the middle of a picture is taken, as wide or as high as fits', () => {
  assert.deepEqual(cropped([100, 0, 160, 90], 160, 90), [100, 0, 160, 90]);
  assert.deepEqual(cropped([100, 0, 160, 90], 90, 90), [135, 0, 90, 90]);
  const [x, y, w, h] = cropped([0, 0, 160, 90], 320, 90);
  assert.deepEqual([x, y, w, h], [0, 22.5, 160, 45]);
});

test('the middle of a shot', () => assert.equal(middle([2, 3]), 2.5));
