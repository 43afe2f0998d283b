// Sends films one after another, each with its own title, language and subtitles. A connection that is lost is tried
// again by itself; the key sent with a film keeps it from being taken twice.
import { adds } from './upload/adding.js';
import { takeDropped } from './upload/drop.js';
import { place, say, words } from './upload/page.js';
import { Queue } from './upload/queue.js';
import { part } from './upload/rows.js';
import { shows } from './upload/showing.js';
import { transfers } from './upload/transfer.js';

const queue = new Queue((film) => sending.begin(film), finished);
const show = shows(queue);
const sending = transfers(queue, show);
const list = adds(queue, show, sending);

function finished() {
  say(words('finished'));
  // whoever brought one film wants to see it
  if (queue.films.length === 1 && !list.isAnyAlone()) {
    window.location.href = part(queue.films[0], 'open').href;
  }
}

document.getElementById('files').addEventListener('change', (event) => {
  list.add(event.target.files);
  event.target.value = '';
});
document.getElementById('start').addEventListener('click', () => {
  queue.films
    .filter((film) => film.state === 'ready')
    .forEach((film) => show.state(film, 'waiting', words('waiting'), true));
  queue.next();
});
takeDropped(place, list.add);
window.addEventListener('beforeunload', (event) => {
  if (queue.isUnderWay()) {
    event.preventDefault();
    event.returnValue = true;
  }
});
window.addEventListener('online', () => {
  if (queue.current) {
    sending.hurry(queue.current);
  }
});
// session.js keeps the session alive as long as something is on its way
document.addEventListener('may-end', (event) => {
  if (queue.isUnderWay()) {
    event.preventDefault();
  }
});
