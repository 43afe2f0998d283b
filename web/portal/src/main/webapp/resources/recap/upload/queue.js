// Which film goes next, and what becomes of each: ready, waiting, checking, sending, arrived, done; or refused, lost or
// stopped on the way. It knows neither the page nor the network.
const UNDER_WAY = ['waiting', 'checking', 'sending', 'lost'];
const WAITS = [1, 2, 4, 8, 15, 30, 30];

/** Films go one after another: two would share one line and both be late. */
export class Queue {
  /**
   * @param begin sends a film
   * @param finished is told when all of them are there
   */
  constructor(begin, finished) {
    this.begin = begin;
    this.finished = finished;
    this.films = [];
    this.current = null;
  }

  add(film) {
    this.films.push(film);
  }

  next() {
    if (this.current) {
      return;
    }
    this.current = this.films.find((film) => film.state === 'waiting') || null;
    if (this.current) {
      this.begin(this.current);
    } else if (this.films.length > 0 && this.films.every((film) => film.state === 'done')) {
      this.finished();
    }
  }

  /** The film is done with for now: whichever waits is next. */
  release(film) {
    if (this.current === film) {
      this.current = null;
      this.next();
    }
  }

  remove(film) {
    this.films.splice(this.films.indexOf(film), 1);
    this.release(film);
  }

  /** Somebody wants it tried again, which makes it wait like the others. */
  again(film) {
    if (this.current === film) {
      this.current = null;
    }
    this.next();
  }

  /** Whether something would be lost if the page were left. */
  isUnderWay() {
    return this.films.some((film) => UNDER_WAY.includes(film.state));
  }

  isAnyReady() {
    return this.films.some((film) => film.state === 'ready');
  }

  isOver() {
    return this.films.every((film) => film.state === 'done');
  }
}

/** Whether its reader may still change what goes with a film. */
export function isOpen(film) {
  return film.state === 'ready' || film.state === 'refused';
}

export function maySubtitle(film) {
  return !film.cues && isOpen(film);
}

/** Whether a film that stands still can be tried again. */
export function mayAgain(film) {
  return ['stopped', 'lost', 'refused'].includes(film.state);
}

/** How many bytes are sent for a film. */
export function total(film) {
  return film.file.size + (film.cues ? film.cues.size : 0);
}

export function percent(film, sent) {
  return total(film) === 0 ? 100 : Math.floor((sent / total(film)) * 100);
}

/** Seconds before a film that was lost on the way is tried again, or null where it was often enough. */
export function patience(tries) {
  return tries < WAITS.length ? WAITS[tries] : null;
}

/**
 * What is wrong with a film before anything of it is sent, or null.
 *
 * @param limits in bytes: film, subtitles
 * @returns the name of the words, and the limit they tell of
 */
export function refusal(film, limits) {
  if (film.file.size === 0 || (film.cues && film.cues.size === 0)) {
    return { words: 'empty' };
  }
  if (film.file.size > limits.film) {
    return { words: 'tooLarge', limit: limits.film };
  }
  if (film.cues && film.cues.size > limits.subtitles) {
    return { words: 'tooLarge', limit: limits.subtitles };
  }
  return null;
}
