// Tells before the session ends. The server knows when: what is done in one tab counts for all of them.
(function () {
  'use strict';
  var AGAIN = 5;

  function watch(dialog) {
    var notice = Number(dialog.dataset.notice);
    var why = null;
    var ends = 0;
    var known = false;
    var next = 0;
    var ticking = 0;

    // somebody waits for it
    function uploading() {
      return Boolean(window.recapUnderWay && window.recapUnderWay());
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

    function send(how) {
      clearTimeout(next);
      how.redirect = 'manual';
      fetch(dialog.dataset.address, how).then(function (answer) {
        if (answer.ok) {
          return answer.json().then(tell);
        }
        if (answer.status === 401 || answer.type === 'opaqueredirect') {
          return leave();
        }
        throw new Error(String(answer.status));
      }).catch(function () {
        later(AGAIN, ask);
      });
    }

    // the page itself, asked for anew, leads to where the reader signs in; a film on its way up comes first
    function leave() {
      if (uploading()) {
        later(AGAIN, ask);
      } else {
        window.location.replace(dialog.dataset.here);
      }
    }

    function tell(left) {
      why = left.idle <= left.longest ? 'idle' : 'longest';
      ends = Date.now() + left[why] * 1000;
      if (left[why] > notice) {
        hide();
        later(left[why] - notice, ask);
      } else if (why === 'idle' && uploading()) {
        stay();
      } else if (why === 'longest' && known) {
        later(left[why], ask);
      } else {
        show();
        later(AGAIN, ask);
      }
    }

    function show() {
      dialog.querySelectorAll('[data-when]').forEach(function (part) {
        part.hidden = part.dataset.when !== why;
      });
      var title = dialog.querySelector('h2 [data-when=longest]');
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
      var left = Math.max(0, Math.round((ends - Date.now()) / 1000));
      document.getElementById('ending-left').textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
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
    dialog.addEventListener('cancel', function (event) {
      event.preventDefault();
      if (why === 'idle') {
        stay();
      } else {
        understood();
      }
    });
    // a machine that slept, or a tab that was not looked at
    document.addEventListener('visibilitychange', function () {
      if (!document.hidden) {
        ask();
      }
    });
    later(Number(dialog.dataset.quiet), ask);
  }

  document.addEventListener('DOMContentLoaded', function () {
    var dialog = document.getElementById('ending');
    if (dialog) {
      watch(dialog);
    }
  });
})();
