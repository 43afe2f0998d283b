// What the names of files tell: which are subtitles, and of which film.
const SUBTITLES = /\.(srt|vtt|ass|ssa|sub|sbv|ttml|dfxp|xml|scc|smi|sami|stl|lrc|txt)$/i;
const LONGEST_TITLE = 300;

export function isSubtitles(name) {
  return SUBTITLES.test(name);
}

function withoutEnding(name) {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** What a film is called at first. */
export function title(name) {
  return withoutEnding(name).slice(0, LONGEST_TITLE);
}

function stem(name) {
  return withoutEnding(name).normalize('NFC').toLowerCase();
}

/** Whether subtitles are a film's: demo.srt and demo.en.srt are demo.mp4's. */
export function belongs(subtitles, film) {
  const own = stem(subtitles);
  const name = stem(film);
  return own === name || (own.startsWith(name) && /^[\s._\-([]/.test(own.slice(name.length)));
}

/**
 * Which film subtitles go to: demo.en.srt to demo.en.mp4 before demo.mp4, and whatever they are called to the only film
 * there is.
 *
 * @param films each with its file
 * @param mayHave whether a film can still be given some
 * @returns the film, or why there is none: the one whose they would be, which has others, or neither
 */
export function home(subtitles, films, mayHave) {
  const own = films
    .filter((film) => belongs(subtitles, film.file.name))
    .sort((a, b) => stem(b.file.name).length - stem(a.file.name).length);
  const only = own.length === 0 && films.length === 1 ? films : [];
  return { film: [...own, ...only].find(mayHave) || null, taken: own[0] || null };
}
