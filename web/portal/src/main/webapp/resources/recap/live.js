// Shows how far things are, in place: nothing that has the focus, and nothing somebody writes into, is replaced.
(function () {
  'use strict';
  var EVERY = 2000;
  var said = {};

  function running() {
    var all = {};
    document.querySelectorAll('[data-job]').forEach(function (part) {
      (all[part.dataset.job] = all[part.dataset.job] || []).push(part);
    });
    return all;
  }

  function text(element, words) {
    if (element && element.textContent !== words) {
      element.textContent = words;
    }
  }

  function show(part, job) {
    text(part.querySelector('[data-now]'), job.now);
    text(part.querySelector('.progress-percent'), job.percentText);
    var bar = part.querySelector('[role=progressbar]');
    if (bar) {
      bar.setAttribute('aria-valuenow', job.percent);
      bar.firstElementChild.style.inlineSize = job.percent + '%';
    }
    part.querySelectorAll('.steps li').forEach(function (step, i) {
      step.className = job.steps[i];
      step.setAttribute('aria-current', job.steps[i] === 'now' ? 'step' : 'false');
    });
  }

  // one region stays for everything that is said aloud; what is said twice is heard once
  function say(subject, words) {
    if (said[subject] !== words) {
      if (said[subject] !== undefined) {
        document.getElementById('news').textContent = words;
      }
      said[subject] = words;
    }
  }

  function sameIn(part, element) {
    if (element.id) {
      return document.getElementById(element.id);
    }
    var address = element.getAttribute('href');
    return address && part.querySelector('[href="' + CSS.escape(address) + '"]');
  }

  // what its reader looks at, outside of what is replaced: it stays where it is
  function inSight() {
    var focused = document.activeElement;
    var box = focused && focused !== document.body && focused.getBoundingClientRect();
    var seen = box && box.bottom > 0 && box.top < window.innerHeight ? focused : null;
    if (!seen && window.scrollY > 0) {
      seen = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 3);
    }
    return seen && !seen.closest('[data-part]') ? seen : null;
  }

  // the parts that are other ones now, out of the page as the server writes it today; what is only kept stays as it is
  function renew() {
    return fetch(window.location.href, { headers: { 'Page-Asks': 'true' } })
      .then(function (answered) {
        return answered.ok ? answered.text() : Promise.reject(answered.status);
      })
      .then(function (html) {
        var page = new DOMParser().parseFromString(html, 'text/html');
        if (!page.querySelector('[data-progress]')) {
          return;
        }
        document.querySelectorAll('[data-kept]').forEach(function (kept) {
          if (!page.querySelector('[data-kept="' + kept.dataset.kept + '"]')) {
            kept.remove();
          }
        });
        var seen = inSight();
        var top = seen && seen.getBoundingClientRect().top;
        document.querySelectorAll('[data-part]').forEach(function (part) {
          var other = page.querySelector('[data-part="' + part.dataset.part + '"]');
          if (!other) {
            part.remove();
          } else if (part.innerHTML !== other.innerHTML) {
            var focused = part.contains(document.activeElement) ? document.activeElement : null;
            part.className = other.className;
            part.replaceChildren.apply(part, Array.from(other.childNodes));
            if (focused) {
              var same = sameIn(part, focused);
              if (!same) {
                part.tabIndex = -1;
              }
              (same || part).focus({ preventScroll: true });
            }
          }
        });
        document.dispatchEvent(new CustomEvent('renewed'));
        if (seen && seen.isConnected) {
          window.scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: 'instant' });
        }
      });
  }

  function look(address) {
    var all = running();
    var subjects = Object.keys(all);
    if (subjects.length === 0) {
      return;
    }
    var asked = new URL(address, window.location.href);
    subjects.forEach(function (subject) {
      asked.searchParams.append('of', subject);
    });
    fetch(asked, { redirect: 'manual', headers: { 'Page-Asks': 'true' } })
      .then(function (answered) {
        return answered.ok ? answered.json() : Promise.reject(answered.status);
      })
      .then(function (jobs) {
        var over = false;
        subjects.forEach(function (subject) {
          var job = jobs[subject];
          if (job) {
            all[subject].forEach(function (part) {
              show(part, job);
            });
            say(subject, job.said);
          }
          over = over || !job || job.ended;
        });
        return over ? renew() : null;
      })
      .catch(function () {
        // the network, or the session: session.js says what is up with that
      })
      .finally(function () {
        setTimeout(look, EVERY, address);
      });
  }

  document.addEventListener('DOMContentLoaded', function () {
    var address = document.querySelector('[data-progress]');
    if (address) {
      look(address.dataset.progress);
    }
  });
})();
