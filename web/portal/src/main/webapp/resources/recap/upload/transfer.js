// Takes a film through: asked about by its first bytes, then sent; and again by itself where its connection was lost.
import { meaning } from './answers.js';
import { number, place, size, words } from './page.js';
import { patience, refusal, total } from './queue.js';
import { part } from './rows.js';
import { send } from './sending.js';

// as many bytes as tell what a file is
const HEAD = 65536;
const limits = { film: Number(place.dataset.maxFilm), subtitles: Number(place.dataset.maxSubtitles) };

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return 'portal-' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headers(film) {
  const sent = {
    'Content-Type': 'application/octet-stream',
    'Idempotency-Key': film.key,
    'Film-Name': encodeURIComponent(film.file.name),
    'Film-Title': encodeURIComponent(part(film, 'id=title').value),
    'Film-Language': part(film, 'id=spoken').value
  };
  if (film.cues) {
    sent['Subtitles-Bytes'] = film.cues.size;
    sent['Subtitles-Name'] = encodeURIComponent(film.cues.name);
  }
  return sent;
}

/**
 * @param show as in showing.js
 */
export function transfers(queue, show) {
  function begin(film) {
    const wrong = refusal(film, limits);
    if (wrong) {
      refuse(film, words(wrong.words, wrong.limit === undefined ? '' : size(wrong.limit)));
      return;
    }
    show.state(film, 'checking', words('checking'), true);
    post(film, '/check', film.file.slice(0, HEAD));
  }

  function sendWhole(film) {
    show.state(film, 'sending', '', true);
    film.quarter = -1;
    show.progress(film, 0);
    post(film, '', film.file);
  }

  function post(film, path, content) {
    const body = film.cues ? new Blob([film.cues, content]) : content;
    film.request = send(place.dataset.address + path, headers(film), body, path === '', {
      sent(bytes) {
        if (film.state === 'sending') {
          show.progress(film, bytes);
        }
      },
      arrived() {
        show.progress(film, total(film));
        show.state(film, 'arrived', words('arrived'));
      },
      answer(line) {
        film.request = null;
        answered(film, line);
      },
      broken() {
        film.request = null;
        lost(film);
      },
      stranger(status) {
        film.request = null;
        const means = meaning(status);
        if (means === 'signedOut') {
          stop(film, words('signedOut'));
        } else if (means === 'lost') {
          lost(film);
        } else {
          refuse(film, words('problem'));
        }
      }
    });
  }

  function answered(film, line) {
    if (line.problem) {
      refuse(film, words('line', line.title, line.words));
    } else if (line.welcome) {
      sendWhole(film);
    } else {
      part(film, 'open').href = line.film;
      part(film, 'open').hidden = false;
      show.state(film, 'done', words('done'));
      queue.release(film);
    }
  }

  function refuse(film, text) {
    show.state(film, 'refused', text);
    part(film, 'state').setAttribute('role', 'alert');
    // another film, or the same mended, is another request
    film.key = newKey();
    queue.release(film);
  }

  function stop(film, text) {
    show.state(film, 'stopped', text);
    queue.release(film);
  }

  // the same film again takes the same key, so that it is taken in once
  function lost(film) {
    const wait = patience(film.tries);
    if (wait === null) {
      stop(film, words('stopped', number(film.tries)));
      return;
    }
    film.tries++;
    countDown(film, wait, wait);
  }

  function countDown(film, left, wait) {
    show.state(film, 'lost', words('lost', number(left)), left !== wait);
    if (left <= 0) {
      begin(film);
    } else {
      film.later = setTimeout(countDown, 1000, film, left - 1, wait);
    }
  }

  return {
    begin,
    newKey,

    /** Somebody does not want to wait, or has mended what was wrong. */
    again(film) {
      film.tries = 0;
      clearTimeout(film.later);
      show.state(film, 'waiting', words('waiting'));
      queue.again(film);
    },

    /** The network is back: what waits for it need not. */
    hurry(film) {
      if (film.state === 'lost') {
        clearTimeout(film.later);
        begin(film);
      }
    },

    /** Nothing more is sent of a film. */
    end(film) {
      clearTimeout(film.later);
      if (film.request) {
        film.request.abort();
      }
    }
  };
}
