import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { watch } from '../../../main/webapp/resources/recap/upload/watch.js';

// a clock that goes on when it is told to
class Clock {
  constructor() {
    this.now = 0;
    this.timers = new Map();
    this.last = 0;
    this.setTimeout = (what, millis) => {
      this.timers.set(++this.last, { what, at: this.now + millis });
      return this.last;
    };
    this.clearTimeout = (id) => this.timers.delete(id);
  }

  pass(millis) {
    this.now += millis;
    for (const [id, timer] of [...this.timers]) {
      if (timer.at <= this.now) {
        this.timers.delete(id);
        timer.what();
      }
    }
  }
}

let clock;
let gone;
let watched;

beforeEach(() => {
  clock = new Clock();
  gone = 0;
  watched = watch(() => gone++, clock);
});

test('a silence is noticed, and only once', () => {
  watched.alive(45);
  clock.pass(44);
  assert.equal(gone, 0);
  clock.pass(1);
  assert.equal(gone, 1);
  clock.pass(1000);
  assert.equal(gone, 1);
});

test('whatever is heard begins it anew', () => {
  watched.alive(45);
  clock.pass(40);
  watched.alive(600);
  clock.pass(599);
  assert.equal(gone, 0);
});

// else a film that was taken out of the list while it was sent would be found lost, and sent again
test('after its end nothing is noticed any more', () => {
  watched.alive(45);
  assert.equal(watched.end(), true);
  assert.equal(watched.end(), false);
  watched.alive(45);
  clock.pass(1000);
  assert.equal(gone, 0);
});
