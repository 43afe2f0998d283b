// A film as a strip: each shot as wide as it is long, however many there are, and pictures where they fit. It is drawn,
// since three thousand elements would be slow and none of them could be one pixel wide. For keyboards and screen
// readers it is a slider that goes from shot to shot.
import { paint } from './strip/painter.js';
import { Sight, keyed, limited, middle, mostZoom, shotAt } from './strip/scale.js';
import { clock, isLong, moment } from './strip/times.js';
import { fill, numbers } from './words.js';

const number = numbers(document.documentElement.dataset.formats);
let strip = null;

function place(root) {
  const view = root.querySelector('.strip-view');
  const track = root.querySelector('.strip-track');
  const canvas = root.querySelector('canvas');
  const shots = JSON.parse(root.dataset.shots);
  const length = Number(root.dataset.length);
  const sheet = new Image();
  let zoom = 1;
  let at = 0;
  let frame = 0;

  function words(name, ...values) {
    return fill(root.dataset[name], ...values);
  }

  function sight() {
    return new Sight(view.scrollLeft, view.clientWidth, track.clientWidth, length);
  }

  function lasts(seconds) {
    return isLong(seconds) ? clock(Math.round(seconds)) : words('seconds', number(Math.round(seconds * 10) / 10));
  }

  function look(index, far) {
    at = Math.max(0, Math.min(shots.length - 1, index));
    const shot = shots[at];
    view.setAttribute('aria-valuenow', at + 1);
    view.setAttribute('aria-valuetext', words('tip', number(at + 1), moment(shot[0]), moment(shot[1])));
    const loupe = document.getElementById('loupe');
    if (shot.length > 3) {
      loupe.querySelector('svg').setAttribute('viewBox', shot.slice(3).join(' '));
    }
    loupe.querySelector('[data-loupe=heading]').textContent = words('heading', number(at + 1));
    loupe.querySelector('[data-loupe=range]').textContent = words('range', moment(shot[0]), moment(shot[1]));
    loupe.querySelector('[data-loupe=length]').textContent = lasts(shot[1] - shot[0]);
    loupe.querySelector('[data-loupe=scene]').textContent = words('scene', number(shot[2] + 1));
    if (far && !sight().shows(middle(shot))) {
      view.scrollLeft = sight().centred(middle(shot));
    }
    draw();
  }

  function draw() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => paint(canvas, shots, sight(), view.clientHeight, at, sheet));
  }

  function setZoom(wanted, around = middle(shots[at])) {
    const most = mostZoom(shots.length, view.clientWidth);
    zoom = limited(wanted, most);
    track.style.inlineSize = `${zoom * 100}%`;
    view.scrollLeft = sight().centred(around);
    root.querySelector('[data-zoom=out]').disabled = zoom === 1;
    root.querySelector('[data-zoom=whole]').disabled = zoom === 1;
    root.querySelector('[data-zoom=in]').disabled = zoom === most;
    scale();
    draw();
  }

  function scale() {
    const marks = sight().marks();
    root.querySelectorAll('.strip-scale span').forEach((mark, i) => {
      mark.textContent = moment(marks[i]);
    });
  }

  function secondsAt(event) {
    return sight().seconds(event.clientX - view.getBoundingClientRect().left);
  }

  function again() {
    scale();
    draw();
  }

  root.addEventListener('click', (event) => {
    const button = event.target.closest('[data-zoom]');
    if (button) {
      setZoom({ in: zoom * 2, out: zoom / 2, whole: 1 }[button.dataset.zoom]);
    } else if (view.contains(event.target)) {
      look(shotAt(shots, secondsAt(event)));
    }
  });
  view.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse') {
      look(shotAt(shots, secondsAt(event)));
    }
  });
  view.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) {
        event.preventDefault();
        setZoom(event.deltaY < 0 ? zoom * 2 : zoom / 2, secondsAt(event));
      }
    },
    { passive: false }
  );
  view.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const to = keyed(event.key, at, shots.length - 1);
    if (to !== undefined) {
      event.preventDefault();
      look(to, true);
    } else if (event.key === '+' || event.key === '-') {
      event.preventDefault();
      setZoom(event.key === '+' ? zoom * 2 : zoom / 2);
    }
  });
  view.addEventListener('scroll', again);
  new ResizeObserver(again).observe(view);
  sheet.addEventListener('load', draw);
  sheet.src = root.dataset.sheet;
  setZoom(1);
  look(0);
}

function begin() {
  const found = document.querySelector('.film-strip');
  if (found && found !== strip) {
    strip = found;
    place(found);
  }
}

begin();
// the strip comes with the end of the analysis
document.addEventListener('renewed', begin);
