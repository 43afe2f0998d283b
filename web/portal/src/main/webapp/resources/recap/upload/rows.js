// What is seen of the queue: a row for each film, and for each file of subtitles that has none.
let count = 0;

/** A row from its template, with names of its own for what is in it. */
export function row(template, list) {
  const item = document.getElementById(template).content.firstElementChild.cloneNode(true);
  count++;
  item.querySelectorAll('[data-id]').forEach((field) => {
    field.id = `${field.dataset.id}-${count}`;
    item.querySelector(`[data-for=${field.dataset.id}]`).htmlFor = field.id;
  });
  list.append(item);
  return item;
}

export function part(entry, name) {
  return entry.item.querySelector(`[data-${name}]`);
}

/** Takes a row out; the focus goes to what is next. */
export function takeOut(entry) {
  const next = entry.item.nextElementSibling || entry.item.previousElementSibling;
  const focused = entry.item.contains(document.activeElement);
  entry.item.remove();
  if (focused) {
    (next ? next.querySelector('[data-remove]') : document.getElementById('files')).focus();
  }
}

export function showSubtitles(film) {
  const chosen = part(film, 'cues');
  chosen.hidden = !film.cues;
  chosen.firstElementChild.textContent = film.cues ? film.cues.name : '';
  part(film, 'choose-cues').hidden = Boolean(film.cues);
}

/** The bar of a film, and which of its quarters is full. */
export function showPercent(film, percent) {
  const bar = film.item.querySelector('.bar');
  bar.setAttribute('aria-valuenow', percent);
  bar.firstElementChild.style.inlineSize = `${percent}%`;
}

/**
 * What goes on with a film.
 *
 * @param is open (to changes), again (may be tried again)
 */
export function showState(film, text, is) {
  film.item.dataset.now = film.state;
  part(film, 'state').textContent = text;
  film.item.querySelectorAll('.queued-fields :is(input, select, button)').forEach((field) => {
    field.disabled = !is.open;
  });
  film.item.querySelector('.queued-fields').hidden = film.state === 'done';
  part(film, 'again').hidden = !is.again;
  part(film, 'remove').hidden = film.state === 'arrived' || film.state === 'done';
  film.item.querySelector('.bar').hidden = is.open || film.state === 'waiting';
}
