import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  Queue,
  isOpen,
  mayAgain,
  maySubtitle,
  patience,
  percent,
  refusal,
  total
} from '../../../main/webapp/resources/recap/upload/queue.js';

const LIMITS = { film: 1000, subtitles: 10 };
let begun;
let finished;
let queue;

const film = (state, size = 100, cues = null) => ({ state, file: { size }, cues });

beforeEach(() => {
  begun = [];
  finished = 0;
  queue = new Queue(
    (each) => begun.push(each),
    () => finished++
  );
});

test('films go one after another, in their order', () => {
  const [a, b] = [film('waiting'), film('waiting')];
  queue.add(a);
  queue.add(b);
  queue.next();
  queue.next();
  assert.deepEqual(begun, [a]);
  a.state = 'done';
  queue.release(a);
  assert.deepEqual(begun, [a, b]);
  assert.equal(finished, 0);
  b.state = 'done';
  queue.release(b);
  assert.equal(finished, 1);
});

test('nothing is finished while one is refused, and nothing where there is none', () => {
  queue.next();
  assert.equal(finished, 0);
  const a = film('waiting');
  queue.add(a);
  queue.add(film('refused'));
  queue.next();
  a.state = 'done';
  queue.release(a);
  assert.equal(finished, 0);
});

test('a film that is lost keeps its place; one that is stopped does not', () => {
  const [a, b] = [film('waiting'), film('waiting')];
  queue.add(a);
  queue.add(b);
  queue.next();
  a.state = 'lost';
  queue.next();
  assert.deepEqual(begun, [a]);
  a.state = 'stopped';
  queue.release(a);
  assert.deepEqual(begun, [a, b]);
});

test('one that is removed on its way makes room for the next', () => {
  const [a, b] = [film('waiting'), film('waiting')];
  queue.add(a);
  queue.add(b);
  queue.next();
  queue.remove(a);
  assert.deepEqual(queue.films, [b]);
  assert.deepEqual(begun, [a, b]);
});

test('one that waited is removed without a trace', () => {
  const [a, b] = [film('waiting'), film('waiting')];
  queue.add(a);
  queue.add(b);
  queue.next();
  queue.remove(b);
  assert.equal(queue.current, a);
});

test('one that is tried again while it was lost begins at once', () => {
  const a = film('waiting');
  queue.add(a);
  queue.next();
  a.state = 'waiting';
  queue.again(a);
  assert.deepEqual(begun, [a, a]);
});

test('whoever leaves is warned as long as something would be lost', () => {
  assert.equal(queue.isUnderWay(), false);
  const a = film('ready');
  queue.add(a);
  for (const [state, warned] of [
    ['ready', false],
    ['waiting', true],
    ['checking', true],
    ['sending', true],
    ['lost', true],
    ['arrived', false],
    ['refused', false],
    ['stopped', false],
    ['done', false]
  ]) {
    a.state = state;
    assert.equal(queue.isUnderWay(), warned, state);
  }
});

test('it waits longer each time, and not for ever', () => {
  const waits = [];
  for (let tries = 0; patience(tries) !== null; tries++) {
    waits.push(patience(tries));
  }
  assert.deepEqual(waits, [...waits].sort((a, b) => a - b));
  assert.equal(waits.length, 7);
  assert.ok(waits[0] >= 1);
});

test('what goes with a film can be changed before it goes, and after it was refused', () => {
  assert.ok(isOpen(film('ready')) && isOpen(film('refused')));
  assert.ok(!isOpen(film('sending')) && !isOpen(film('waiting')));
  assert.ok(maySubtitle(film('ready')));
  assert.ok(!maySubtitle(film('ready', 1, { size: 1 })));
  assert.ok(mayAgain(film('lost')) && mayAgain(film('stopped')) && mayAgain(film('refused')));
  assert.ok(!mayAgain(film('ready')) && !mayAgain(film('sending')));
});

test('subtitles count as a part of the film', () => {
  assert.equal(total(film('ready', 90, { size: 10 })), 100);
  assert.equal(percent(film('ready', 90, { size: 10 }), 50), 50);
  assert.equal(percent(film('ready', 3), 2), 66);
  assert.equal(percent(film('ready', 0), 0), 100);
});

test('what cannot be taken is not sent', () => {
  assert.equal(refusal(film('waiting', 1000, { size: 10 }), LIMITS), null);
  assert.deepEqual(refusal(film('waiting', 0), LIMITS), { words: 'empty' });
  assert.deepEqual(refusal(film('waiting', 1, { size: 0 }), LIMITS), { words: 'empty' });
  assert.deepEqual(refusal(film('waiting', 1001), LIMITS), { words: 'tooLarge', limit: 1000 });
  assert.deepEqual(refusal(film('waiting', 1, { size: 11 }), LIMITS), { words: 'tooLarge', limit: 10 });
});
