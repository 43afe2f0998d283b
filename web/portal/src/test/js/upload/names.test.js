import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongs, home, isSubtitles, title } from '../../../main/webapp/resources/recap/upload/names.js';

const film = (name, more) => ({ file: { name }, ...more });
const any = () => true;

test('endings tell subtitles from films', () => {
  ['a.srt', 'A.SRT', 'a.en.vtt', 'a.ass', 'a.lrc', 'a.txt'].forEach((name) => assert.ok(isSubtitles(name), name));
  ['a.mp4', 'a.srt.mkv', 'srt', 'a.srtx'].forEach((name) => assert.ok(!isSubtitles(name), name));
});

test('a film is called as its file, without the ending', () => {
  assert.equal(title('Night of the Living Dead.1968.mkv'), 'Night of the Living Dead.1968');
  assert.equal(title('.mkv'), '.mkv');
  assert.equal(title('film'), 'film');
  assert.equal(title('x'.repeat(400) + '.mp4').length, 300);
});

test('subtitles belong to the film whose name they begin with', () => {
  ['demo.srt', 'demo.en.srt', 'Demo - English.srt', 'DEMO_de.vtt', 'demo[en].srt', 'demo (sdh).srt'].forEach((name) =>
    assert.ok(belongs(name, 'demo.mp4'), name)
  );
  ['demolition.srt', 'dem.srt', 'other.srt', 'my demo.srt'].forEach((name) => assert.ok(!belongs(name, 'demo.mp4'), name));
});

test('letters are the same however a system composes them', () => {
  assert.ok(belongs('Amélie.srt'.normalize('NFD'), 'Amélie.mp4'.normalize('NFC')));
});

test('of two films the one with the longer name is meant', () => {
  const short = film('demo.mp4');
  const long = film('demo.en.mp4');
  assert.equal(home('demo.en.srt', [short, long], any).film, long);
  assert.equal(home('demo.srt', [short, long], any).film, short);
});

test('where that has some already, the next one gets them', () => {
  const short = film('demo.mp4');
  const long = film('demo.en.mp4', { cues: {} });
  assert.equal(home('demo.en.srt', [short, long], (each) => !each.cues).film, short);
});

test('whatever they are called, they go to the only film', () => {
  const only = film('demo.mp4');
  assert.equal(home('other.srt', [only], any).film, only);
  assert.deepEqual(home('other.srt', [only, film('second.mp4')], any), { film: null, taken: null });
  assert.deepEqual(home('other.srt', [], any), { film: null, taken: null });
});

test('a second file for one film is told whose place is taken', () => {
  const only = film('demo.mp4', { cues: {} });
  assert.deepEqual(home('demo.de.srt', [only], (each) => !each.cues), { film: null, taken: only });
});
