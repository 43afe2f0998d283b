// Shows how far each film is, for eyes; aloud only what changes seldom.
import { number, say, size, words } from './page.js';
import { isOpen, mayAgain, percent, total } from './queue.js';
import { showPercent, showState } from './rows.js';

export function shows(queue) {
  /** What becomes of a film, and the words for it. */
  function state(film, name, text, quiet) {
    film.state = name;
    showState(film, text, { open: isOpen(film), again: mayAgain(film) });
    if (!quiet) {
      say(words('line', film.file.name, text));
    }
    whole();
  }

  function progress(film, sent) {
    const done = percent(film, sent);
    showPercent(film, done);
    if (film.state === 'sending') {
      const all = total(film);
      const share = number(done / 100, { style: 'percent' });
      const quarter = Math.floor(done / 25);
      state(film, 'sending', words('sending', size(Math.min(sent, all)), size(all), share), quarter === film.quarter);
      film.quarter = quarter;
    }
  }

  /** What can be done with all of them. */
  function whole() {
    document.getElementById('start').disabled = !queue.isAnyReady();
    document.getElementById('queue-end').hidden = queue.isOver();
  }

  return { state, progress, whole };
}
