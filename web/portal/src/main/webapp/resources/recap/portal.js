// What pages do beyond their markup. Everything still reads without it.
(function () {
  'use strict';

  // times in the reader's own zone; the server writes UTC
  function localise(root) {
    var format = new Intl.DateTimeFormat(document.documentElement.dataset.formats, { dateStyle: 'medium', timeStyle: 'short' });
    root.querySelectorAll('time.moment:not([data-local])').forEach(function (time) {
      time.textContent = format.format(new Date(time.dateTime));
      time.dataset.local = '';
    });
  }

  // the picks below the player are one stop for the Tab key; arrows walk along them
  function walk(event) {
    var shot = event.target.closest('.strip > button');
    if (!shot || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    var next = {
      ArrowRight: shot.nextElementSibling,
      ArrowLeft: shot.previousElementSibling,
      Home: shot.parentElement.firstElementChild,
      End: shot.parentElement.lastElementChild
    }[event.key];
    if (next) {
      event.preventDefault();
      shot.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }

  // what cannot be taken back is asked once more; the dialog closes by Esc, and the focus comes back by itself
  function sure(button) {
    var dialog = document.getElementById('sure');
    document.getElementById('sure-title').textContent = button.dataset.sure;
    document.getElementById('sure-text').textContent = button.dataset.sureText;
    document.getElementById('sure-yes').onclick = function () {
      dialog.close();
      button.form.requestSubmit(button);
    };
    dialog.showModal();
    document.getElementById('sure-no').focus();
  }

  // after something went wrong: the first field to mend, else the words
  function focusWhatIsWrong() {
    var wrong = document.querySelector('main [aria-invalid=true]');
    var notice = document.querySelector('#notices .notice.error');
    if (wrong) {
      wrong.focus();
    } else if (notice) {
      notice.tabIndex = -1;
      notice.focus();
    }
  }

  // how hard a new password is to guess; the server knows
  function meter() {
    var waiting = 0;
    // the form may come while a question is being answered: both are of one page, by one nonce
    document.addEventListener('submit', function (event) {
      var signed = document.querySelector('script[nonce]');
      clearTimeout(waiting);
      if (signed && event.target.querySelector('[data-meter]') && !event.target.elements['primefaces.nonce']) {
        var field = document.createElement('input');
        field.type = 'hidden';
        field.name = 'primefaces.nonce';
        field.value = signed.nonce;
        event.target.append(field);
      }
    });
    document.addEventListener('input', function (event) {
      var field = event.target;
      if (field.dataset && field.dataset.meter && window.faces) {
        clearTimeout(waiting);
        waiting = setTimeout(function () {
          // the content policy's nonce tells that it is this page that asks
          var signed = document.querySelector('script[nonce]');
          window.myfaces = window.myfaces || {};
          window.myfaces.config = { cspMeta: { nonce: signed ? signed.nonce : '' } };
          window.faces.ajax.request(field, null, {
            execute: field.id,
            render: field.dataset.meter,
            params: { 'primefaces.nonce': signed ? signed.nonce : '' }
          });
        }, 300);
      }
    });
  }

  // what does not go with a choice cannot be chosen beside it; the server refuses it too
  function ruleOut(root) {
    root.querySelectorAll('[data-rules-out]').forEach(function (box) {
      var others = Array.from(box.form.querySelectorAll(box.dataset.rulesOut));
      others.forEach(function (other) {
        other.disabled = box.checked;
      });
      // where another of the same is still free, that one is meant; where none is, nothing is
      others.forEach(function (other) {
        var free = other.disabled && other.checked && box.form.querySelector('[name="' + other.name + '"]:enabled');
        if (free) {
          free.checked = true;
        }
      });
    });
  }

  function play(seconds) {
    var player = document.getElementById('player');
    if (player) {
      player.currentTime = seconds + 0.01;
      var started = player.play();
      if (started) {
        started.catch(function () {});
      }
      player.scrollIntoView({ block: 'nearest' });
    }
  }

  // the pick that is playing lights up
  function follow(event) {
    var picks = Array.from(document.querySelectorAll('.picks-strip [data-seek]'));
    picks.forEach(function (pick, i) {
      var next = i + 1 < picks.length ? Number(picks[i + 1].dataset.seek) : Infinity;
      var at = event.target.currentTime;
      pick.classList.toggle('on', at >= Number(pick.dataset.seek) && at < next);
    });
  }

  // what is shown once goes to the clipboard; where that is closed, it is at least selected
  function copy(button) {
    var code = document.getElementById(button.dataset.copies);
    function done() {
      document.getElementById(code.id + '-said').textContent = button.dataset.done;
    }
    window.getSelection().selectAllChildren(code);
    if (navigator.clipboard) {
      navigator.clipboard.writeText(code.textContent).then(done, function () {});
    } else if (document.execCommand('copy')) {
      done();
    }
  }

  document.addEventListener('click', function (event) {
    var target = event.target;
    var copier = target.closest('[data-copies]');
    if (copier) {
      copy(copier);
    }
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(target)) {
        menu.open = false;
      }
    });
    var seek = target.closest('[data-seek]');
    if (seek) {
      play(Number(seek.dataset.seek));
    }
    var quick = target.closest('[data-length-for]');
    if (quick) {
      var field = document.getElementById(quick.dataset.lengthFor);
      field.value = quick.dataset.seconds;
      field.focus();
    }
  });
  document.addEventListener('change', function (event) {
    if (event.target.dataset.rulesOut) {
      ruleOut(document);
    }
  });
  document.addEventListener(
    'click',
    function (event) {
      var button = event.target.closest('[data-sure]');
      if (button) {
        event.preventDefault();
        sure(button);
      }
    },
    true
  );
  // a file that misses its box must not replace the page
  ['dragover', 'drop'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (event.dataTransfer && event.dataTransfer.types.includes('Files') && !event.target.closest('input[type=file]')) {
        event.preventDefault();
      }
    });
  });
  document.addEventListener('keydown', function (event) {
    walk(event);
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
  });
  document.addEventListener('DOMContentLoaded', function () {
    localise(document);
    ruleOut(document);
    document.querySelectorAll('[data-zone]').forEach(function (field) {
      field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
    });
    document.querySelectorAll('[data-copies]').forEach(function (button) {
      button.hidden = false;
    });
    new MutationObserver(function () {
      localise(document);
      ruleOut(document);
    }).observe(document.body, { childList: true, subtree: true });
    document.addEventListener('timeupdate', follow, true);
    focusWhatIsWrong();
    meter();
  });
})();
