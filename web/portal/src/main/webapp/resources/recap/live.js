// Shows how far things are, in place: nothing that has the focus, and nothing somebody writes into, is replaced.
import { announcer, grouped, isAnyOver, question } from './live/jobs.js';
import { takeOver } from './live/renewal.js';

const EVERY = 2000;
const HEADERS = { 'Page-Asks': 'true' };
const news = announcer();

function text(element, words) {
  if (element && element.textContent !== words) {
    element.textContent = words;
  }
}

function show(part, job) {
  text(part.querySelector('[data-now]'), job.now);
  text(part.querySelector('.progress-percent'), job.percentText);
  const bar = part.querySelector('[role=progressbar]');
  if (bar) {
    bar.setAttribute('aria-valuenow', job.percent);
    bar.firstElementChild.style.inlineSize = `${job.percent}%`;
  }
  part.querySelectorAll('.steps li').forEach((step, i) => {
    step.className = job.steps[i];
    step.setAttribute('aria-current', job.steps[i] === 'now' ? 'step' : 'false');
  });
}

// one region stays for everything that is said aloud
function say(words) {
  if (words !== null) {
    document.getElementById('news').textContent = words;
  }
}

async function ask(address, how) {
  const answered = await fetch(address, { headers: HEADERS, ...how });
  if (!answered.ok) {
    throw new Error(String(answered.status));
  }
  return answered;
}

async function renew() {
  const answered = await ask(window.location.href);
  const page = new DOMParser().parseFromString(await answered.text(), 'text/html');
  if (page.querySelector('[data-progress]')) {
    takeOver(page);
  }
}

async function lookOnce(address, parts) {
  const subjects = [...parts.keys()];
  const answered = await ask(question(address, subjects, window.location.href), { redirect: 'manual' });
  const jobs = await answered.json();
  subjects
    .filter((subject) => jobs[subject])
    .forEach((subject) => {
      parts.get(subject).forEach((part) => show(part, jobs[subject]));
      say(news(subject, jobs[subject].said));
    });
  if (isAnyOver(subjects, jobs)) {
    await renew();
  }
}

async function look(address) {
  const parts = grouped(document.querySelectorAll('[data-job]'), (part) => part.dataset.job);
  if (parts.size === 0) {
    return;
  }
  try {
    await lookOnce(address, parts);
  } catch (failure) {
    // the network, or the session: session.js says what is up with that
  }
  setTimeout(look, EVERY, address);
}

const begun = document.querySelector('[data-progress]');
if (begun) {
  look(begun.dataset.progress);
}
