// What pages do beyond their markup. Everything still reads without it.
(function () {
  'use strict';

  // times in the reader's own zone; the server writes UTC
  function localise(root) {
    var html = document.documentElement;
    var format = new Intl.DateTimeFormat(html.lang + '-u-nu-latn', { dateStyle: 'medium', timeStyle: 'short' });
    root.querySelectorAll('time.moment:not([data-local])').forEach(function (time) {
      time.textContent = format.format(new Date(time.dateTime));
      time.dataset.local = '';
    });
  }

  // the shot that is looked at
  function look(shot) {
    var loupe = document.getElementById('loupe');
    if (!loupe) {
      return;
    }
    if (shot.dataset.viewBox) {
      loupe.querySelector('svg').setAttribute('viewBox', shot.dataset.viewBox);
    }
    ['heading', 'range', 'length', 'scene'].forEach(function (name) {
      loupe.querySelector('[data-loupe=' + name + ']').textContent = shot.dataset[name];
    });
    shot.parentElement.querySelectorAll('[aria-pressed=true]').forEach(function (other) {
      other.setAttribute('aria-pressed', 'false');
    });
    shot.setAttribute('aria-pressed', 'true');
  }

  // a strip is one stop for the Tab key; arrows walk along it
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
      if (next.dataset.heading) {
        look(next);
      }
    }
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
  function follow(player) {
    var picks = Array.from(document.querySelectorAll('.picks-strip [data-seek]'));
    player.addEventListener('timeupdate', function () {
      picks.forEach(function (pick, i) {
        var next = i + 1 < picks.length ? Number(picks[i + 1].dataset.seek) : Infinity;
        var on = player.currentTime >= Number(pick.dataset.seek) && player.currentTime < next;
        pick.classList.toggle('on', on);
      });
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
    var shot = target.closest('.shot[data-heading]');
    if (shot) {
      look(shot);
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
  document.addEventListener('mouseover', function (event) {
    var shot = event.target.closest('.shot[data-heading]');
    if (shot && window.matchMedia('(hover: hover)').matches) {
      look(shot);
    }
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
    document.querySelectorAll('[data-copies]').forEach(function (button) {
      button.hidden = false;
    });
    new MutationObserver(function () {
      localise(document);
      ruleOut(document);
    }).observe(document.body, { childList: true, subtree: true });
    var player = document.getElementById('player');
    if (player) {
      follow(player);
    }
    // a whole page where a part was asked for: the session is over, the page says what to do next
    if (window.jQuery) {
      window.jQuery(document).on('pfAjaxError', function (event, xhr) {
        if (xhr && xhr.status === 200) {
          window.location.reload();
        }
      });
    }
  });
})();
