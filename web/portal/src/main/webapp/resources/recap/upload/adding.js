// Films and subtitles come into the list, find each other, and go out again.
import { size, words } from './page.js';
import { belongs, home, isSubtitles, title } from './names.js';
import { maySubtitle } from './queue.js';
import { part, row, showSubtitles, takeOut } from './rows.js';

function newRow(template, file) {
  const item = row(template, document.getElementById('queue'));
  item.querySelector('[data-name]').textContent = file.name;
  item.querySelector('[data-size]').textContent = size(file.size);
  item.querySelector('[data-remove]').setAttribute('aria-label', words('remove', file.name));
  return item;
}

/**
 * @param show as in showing.js
 * @param sending again(film), end(film), newKey()
 */
export function adds(queue, show, sending) {
  const alone = [];

  function join(film, cues) {
    film.cues = cues;
    showSubtitles(film);
    if (film.state === 'refused') {
      show.state(film, 'ready', words('ready'));
    }
  }

  function addSubtitles(file) {
    const goes = home(file.name, queue.films, maySubtitle);
    if (goes.film) {
      join(goes.film, file);
      return;
    }
    const left = { file, item: newRow('cues-row', file) };
    part(left, 'state').textContent = goes.taken ? words('second', goes.taken.file.name) : words('alone');
    part(left, 'remove').addEventListener('click', () => takeAlone(left));
    alone.push(left);
  }

  function takeAlone(left) {
    takeOut(left);
    alone.splice(alone.indexOf(left), 1);
  }

  function addFilm(file) {
    const film = { file, cues: null, key: sending.newKey(), tries: 0, item: newRow('film-row', file) };
    const before = queue.films[queue.films.length - 1];
    queue.add(film);
    part(film, 'id=title').value = title(file.name);
    // films that come together are mostly of one language
    if (before) {
      part(film, 'id=spoken').value = part(before, 'id=spoken').value;
    }
    film.item.querySelector('.bar').setAttribute('aria-label', words('bar', file.name));
    part(film, 'again').setAttribute('aria-label', words('again', file.name));
    part(film, 'again').addEventListener('click', () => sending.again(film));
    part(film, 'remove').addEventListener('click', () => remove(film));
    chooses(film);
    show.state(film, 'ready', words('ready'), true);
    alone.slice().forEach((left) => {
      if (belongs(left.file.name, file.name) && maySubtitle(film)) {
        takeAlone(left);
        join(film, left.file);
      }
    });
  }

  function chooses(film) {
    const choice = part(film, 'choose-cues').querySelector('input');
    part(film, 'drop-cues').addEventListener('click', () => {
      join(film, null);
      choice.focus();
    });
    choice.addEventListener('change', () => {
      if (choice.files[0]) {
        join(film, choice.files[0]);
        choice.value = '';
        part(film, 'drop-cues').focus();
      }
    });
  }

  function remove(film) {
    sending.end(film);
    takeOut(film);
    queue.remove(film);
    show.whole();
  }

  return {
    /** Films first, so that their subtitles find them. */
    add(files) {
      const all = Array.from(files);
      all.filter((file) => !isSubtitles(file.name)).forEach(addFilm);
      all.filter((file) => isSubtitles(file.name)).forEach(addSubtitles);
    },

    isAnyAlone() {
      return alone.length > 0;
    }
  };
}
