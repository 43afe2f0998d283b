import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announcer, grouped, isAnyOver, question } from '../../../main/webapp/resources/recap/live/jobs.js';

test('all of them are asked for at once', () => {
  const here = 'http://acme.localhost:9080/portal/index.xhtml?after=1';
  assert.equal(
    question('/portal/progress', ['movies/1', 'recaps/2'], here).href,
    'http://acme.localhost:9080/portal/progress?of=movies%2F1&of=recaps%2F2'
  );
  assert.deepEqual(question('/exports.json?tenant=7', ['exports/1'], here).searchParams.getAll('tenant'), ['7']);
});

test('the page is another one once something has ended, or is gone', () => {
  const going = { ended: false };
  assert.equal(isAnyOver(['a', 'b'], { a: going, b: going }), false);
  assert.equal(isAnyOver(['a', 'b'], { a: going, b: { ended: true } }), true);
  assert.equal(isAnyOver(['a', 'b'], { a: going }), true);
});

test('what stands on the page is not read out, and nothing twice', () => {
  const news = announcer();
  assert.equal(news('movies/1', 'waiting'), null);
  assert.equal(news('movies/1', 'waiting'), null);
  assert.equal(news('movies/1', 'looking'), 'looking');
  assert.equal(news('movies/1', 'looking'), null);
  assert.equal(news('movies/2', 'looking'), null);
  assert.equal(news('movies/1', 'waiting'), 'waiting');
});

test('parts of one job are one group', () => {
  const groups = grouped(['a1', 'b1', 'a2'], (each) => each[0]);
  assert.deepEqual([...groups], [['a', ['a1', 'a2']], ['b', ['b1']]]);
});
