// Tells before the session ends. The server knows when: what is done in one tab counts for all of them.
import { decide, heard, minutes, secondsLeft } from './session/countdown.js';

const AGAIN = 5;

function watch(dialog) {
  const notice = Number(dialog.dataset.notice);
  let why = null;
  let ends = 0;
  let known = false;
  let next = 0;
  let ticking = 0;

  // somebody waits for it: whatever is on its way says so
  function isBusy() {
    return !document.dispatchEvent(new CustomEvent('may-end', { cancelable: true }));
  }

  function later(seconds, what) {
    clearTimeout(next);
    next = setTimeout(what, Math.max(1, seconds) * 1000);
  }

  function ask() {
    send({});
  }

  function stay() {
    send({ method: 'POST', body: new URLSearchParams({ do: 'stay' }) });
  }

  async function send(how) {
    clearTimeout(next);
    try {
      const answer = await fetch(dialog.dataset.address, { ...how, redirect: 'manual' });
      const means = heard(answer);
      if (means === 'told') {
        tell(await answer.json());
      } else if (means === 'over') {
        leave();
      } else {
        later(AGAIN, ask);
      }
    } catch (failure) {
      later(AGAIN, ask);
    }
  }

  // the page itself, asked for anew, leads to where the reader signs in; a film on its way up comes first
  function leave() {
    if (isBusy()) {
      later(AGAIN, ask);
    } else {
      window.location.replace(dialog.dataset.here);
    }
  }

  function tell(left) {
    const decided = decide(left, { notice, known, busy: isBusy() });
    why = decided.why;
    ends = Date.now() + left[why] * 1000;
    if (left[why] > notice) {
      hide();
    }
    if (decided.todo === 'stay') {
      stay();
    } else if (decided.todo === 'wait') {
      later(decided.seconds, ask);
    } else {
      show();
      later(AGAIN, ask);
    }
  }

  function show() {
    dialog.querySelectorAll('[data-when]').forEach((part) => {
      part.hidden = part.dataset.when !== why;
    });
    const title = dialog.querySelector('h2 [data-when=longest]');
    title.dataset.words = title.dataset.words || title.textContent;
    title.textContent = title.dataset.words.replace('{0}', time(ends));
    clearInterval(ticking);
    ticking = setInterval(tick, 1000);
    tick();
    if (!dialog.open) {
      dialog.showModal();
      dialog.querySelector('button.strong:not([hidden])').focus();
    }
  }

  function hide() {
    clearInterval(ticking);
    dialog.close();
  }

  function time(millis) {
    return new Intl.DateTimeFormat(document.documentElement.dataset.formats, { timeStyle: 'short' }).format(millis);
  }

  function tick() {
    const left = secondsLeft(ends, Date.now());
    document.getElementById('ending-left').textContent = minutes(left);
    if (left === 0) {
      // asked once: each further tick would put the question off by another second, for good
      clearInterval(ticking);
      later(1, ask);
    }
  }

  function understood() {
    known = true;
    hide();
  }

  document.getElementById('ending-stay').addEventListener('click', stay);
  document.getElementById('ending-later').addEventListener('click', understood);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (why === 'idle') {
      stay();
    } else {
      understood();
    }
  });
  // a machine that slept, or a tab that was not looked at
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      ask();
    }
  });
  later(Number(dialog.dataset.quiet), ask);
}

const ending = document.getElementById('ending');
if (ending) {
  watch(ending);
}
