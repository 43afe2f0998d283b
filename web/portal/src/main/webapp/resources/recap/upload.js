// Sends films one after another, each with its own title, language and subtitles. A connection that is lost is tried
// again by itself; the key sent with a film keeps it from being taken twice.
(function () {
  'use strict';
  var WAITS = [1, 2, 4, 8, 15, 30, 30];
  var SILENCE = 45000;
  var STORING = 600000;
  var CUES = /\.(srt|vtt|ass|ssa|sub|sbv|ttml|dfxp|xml|scc|smi|sami|stl)$/i;

  var place;
  var list;
  var films = [];
  var alone = [];
  var current = null;
  var count = 0;

  function words(name) {
    var text = place.dataset[name];
    for (var i = 1; i < arguments.length; i++) {
      text = text.replace('{' + (i - 1) + '}', arguments[i]);
    }
    return text;
  }

  function number(value, options) {
    return new Intl.NumberFormat(document.documentElement.dataset.formats, options).format(value);
  }

  // as the film's page writes it: decimal units, three figures at most
  function size(bytes) {
    var units = place.dataset.units.split('|');
    var unit = 0;
    while (bytes >= 999.5 && unit < units.length - 1) {
      bytes /= 1000;
      unit++;
    }
    return units[unit].replace('{0}', number(bytes < 10 ? Math.round(bytes * 10) / 10 : Math.round(bytes)));
  }

  function say(text) {
    document.getElementById('news').textContent = text;
  }

  function stem(name) {
    var dot = name.lastIndexOf('.');
    return (dot > 0 ? name.slice(0, dot) : name).normalize('NFC').toLowerCase();
  }

  // demo.srt and demo.en.srt belong to demo.mp4, and to demo.en.mp4 before it
  function belongs(cues, film) {
    var own = stem(cues.name);
    var name = stem(film.file.name);
    return own === name || (own.startsWith(name) && /^[\s._\-([]/.test(own.slice(name.length)));
  }

  function row(template, file) {
    var item = document.getElementById(template).content.firstElementChild.cloneNode(true);
    count++;
    item.querySelectorAll('[data-id]').forEach(function (field) {
      field.id = field.dataset.id + '-' + count;
      item.querySelector('[data-for=' + field.dataset.id + ']').htmlFor = field.id;
    });
    item.querySelector('[data-name]').textContent = file.name;
    item.querySelector('[data-size]').textContent = size(file.size);
    item.querySelector('[data-remove]').setAttribute('aria-label', words('remove', file.name));
    list.append(item);
    return item;
  }

  function part(film, name) {
    return film.item.querySelector('[data-' + name + ']');
  }

  // what goes on with a film, for eyes; aloud only what changes seldom
  function state(film, name, text, quiet) {
    film.state = name;
    film.item.dataset.now = name;
    part(film, 'state').textContent = text;
    if (!quiet) {
      say(words('line', film.file.name, text));
    }
    var open = name === 'ready' || name === 'refused';
    film.item.querySelectorAll('.queued-fields :is(input, select, button)').forEach(function (field) {
      field.disabled = !open;
    });
    film.item.querySelector('.queued-fields').hidden = name === 'done';
    part(film, 'again').hidden = name !== 'stopped' && name !== 'lost' && name !== 'refused';
    part(film, 'remove').hidden = name === 'arrived' || name === 'done';
    film.item.querySelector('.bar').hidden = open || name === 'waiting';
    document.getElementById('start').disabled = !films.some(function (each) {
      return each.state === 'ready';
    });
    document.getElementById('queue-end').hidden = films.every(function (each) {
      return each.state === 'done';
    });
  }

  function progress(film, sent) {
    var total = film.file.size + (film.cues ? film.cues.size : 0);
    var percent = total === 0 ? 100 : Math.floor((sent / total) * 100);
    var bar = film.item.querySelector('.bar');
    bar.setAttribute('aria-valuenow', percent);
    bar.firstElementChild.style.inlineSize = percent + '%';
    if (film.state === 'sending') {
      var text = words('sending', size(Math.min(sent, total)), size(total), number(percent / 100, { style: 'percent' }));
      var quarter = Math.floor(percent / 25);
      state(film, 'sending', text, quarter === film.quarter);
      film.quarter = quarter;
    }
  }

  function show(film) {
    var chosen = part(film, 'cues');
    chosen.hidden = !film.cues;
    chosen.firstElementChild.textContent = film.cues ? film.cues.name : '';
    part(film, 'choose-cues').hidden = Boolean(film.cues);
  }

  function join(film, cues) {
    film.cues = cues;
    show(film);
    if (film.state === 'refused') {
      state(film, 'ready', words('ready'));
    }
  }

  function mayJoin(film) {
    return !film.cues && (film.state === 'ready' || film.state === 'refused');
  }

  function addCues(file) {
    var own = films
      .filter(function (film) {
        return belongs(file, film);
      })
      .sort(function (a, b) {
        return stem(b.file.name).length - stem(a.file.name).length;
      });
    var free = own.filter(mayJoin)[0];
    if (!free && own.length === 0 && films.length === 1 && mayJoin(films[0])) {
      free = films[0];
    }
    if (free) {
      join(free, file);
      return;
    }
    var left = { file: file, item: row('cues-row', file) };
    part(left, 'state').textContent = own.length > 0 ? words('second', own[0].file.name) : words('alone');
    part(left, 'remove').addEventListener('click', function () {
      take(left, alone);
    });
    alone.push(left);
  }

  // out of the list; the focus goes to what is next
  function take(entry, from) {
    var next = entry.item.nextElementSibling || entry.item.previousElementSibling;
    var focused = entry.item.contains(document.activeElement);
    entry.item.remove();
    from.splice(from.indexOf(entry), 1);
    if (focused) {
      (next ? next.querySelector('[data-remove]') : document.getElementById('files')).focus();
    }
    document.getElementById('queue-end').hidden = films.length === 0;
  }

  function addFilm(file) {
    var film = { file: file, cues: null, key: 'portal-' + key(), tries: 0, item: row('film-row', file) };
    films.push(film);
    var dot = file.name.lastIndexOf('.');
    part(film, 'id=title').value = (dot > 0 ? file.name.slice(0, dot) : file.name).slice(0, 300);
    // films that come together are mostly of one language
    if (films.length > 1) {
      part(film, 'id=spoken').value = part(films[films.length - 2], 'id=spoken').value;
    }
    film.item.querySelector('.bar').setAttribute('aria-label', words('bar', file.name));
    part(film, 'again').setAttribute('aria-label', words('again', file.name));
    part(film, 'again').addEventListener('click', function () {
      film.tries = 0;
      clearTimeout(film.later);
      state(film, 'waiting', words('waiting'));
      if (current === film) {
        current = null;
      }
      next();
    });
    part(film, 'remove').addEventListener('click', function () {
      clearTimeout(film.later);
      if (film.request) {
        film.request.abort();
      }
      take(film, films);
      release(film);
    });
    part(film, 'drop-cues').addEventListener('click', function () {
      join(film, null);
      part(film, 'choose-cues').querySelector('input').focus();
    });
    part(film, 'choose-cues').querySelector('input').addEventListener('change', function (event) {
      if (event.target.files[0]) {
        join(film, event.target.files[0]);
        event.target.value = '';
        part(film, 'drop-cues').focus();
      }
    });
    state(film, 'ready', words('ready'), true);
    alone.slice().forEach(function (left) {
      if (belongs(left.file, film) && mayJoin(film)) {
        take(left, alone);
        join(film, left.file);
      }
    });
  }

  function key() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return byte.toString(16).padStart(2, '0');
    }).join('');
  }

  // films first, so that their subtitles find them
  function add(files) {
    var all = Array.from(files);
    all.filter(function (file) {
      return !CUES.test(file.name);
    }).forEach(addFilm);
    all.filter(function (file) {
      return CUES.test(file.name);
    }).forEach(addCues);
  }

  function next() {
    if (current) {
      return;
    }
    current = films.find(function (film) {
      return film.state === 'waiting';
    }) || null;
    if (current) {
      begin(current);
    } else if (films.length > 0 && films.every(over)) {
      finished();
    }
  }

  function over(film) {
    return film.state === 'done';
  }

  function finished() {
    say(words('finished'));
    // whoever brought one film wants to see it
    if (films.length === 1 && alone.length === 0) {
      window.location.href = part(films[0], 'open').href;
    }
  }

  function release(film) {
    if (current === film) {
      current = null;
      next();
    }
  }

  function refuse(film, text) {
    state(film, 'refused', text);
    part(film, 'state').setAttribute('role', 'alert');
    // another film, or the same mended, is another request
    film.key = 'portal-' + key();
    release(film);
  }

  // the same film again takes the same key, so that it is taken in once
  function lost(film) {
    film.request = null;
    if (film.tries >= WAITS.length) {
      state(film, 'stopped', words('stopped', number(film.tries)));
      release(film);
      return;
    }
    var left = WAITS[film.tries];
    film.tries++;
    (function wait(first) {
      state(film, 'lost', words('lost', number(left)), !first);
      if (left <= 0) {
        begin(film);
      } else {
        left--;
        film.later = setTimeout(wait, 1000);
      }
    })(true);
  }

  function begin(film) {
    var max = Number(place.dataset.maxFilm);
    if (film.file.size === 0 || (film.cues && film.cues.size === 0)) {
      refuse(film, words('empty'));
    } else if (film.file.size > max) {
      refuse(film, words('tooLarge', size(max)));
    } else if (film.cues && film.cues.size > Number(place.dataset.maxSubtitles)) {
      refuse(film, words('tooLarge', size(Number(place.dataset.maxSubtitles))));
    } else {
      state(film, 'checking', words('checking'), true);
      send(film, '/check', film.file.slice(0, 65536), function () {
        state(film, 'sending', '', true);
        film.quarter = -1;
        progress(film, 0);
        send(film, '', film.file, null);
      });
    }
  }

  function send(film, path, content, welcome) {
    var request = new XMLHttpRequest();
    var watch = 0;
    var heard = 0;
    var ended = false;
    film.request = request;

    // a network that is gone does not say so
    function alive(patience) {
      clearTimeout(watch);
      watch = setTimeout(function () {
        request.abort();
        broken();
      }, patience);
    }

    function end() {
      var first = !ended;
      ended = true;
      clearTimeout(watch);
      return first;
    }

    function broken() {
      if (end() && film.request === request) {
        lost(film);
      }
    }

    function line(text) {
      var told = JSON.parse(text);
      if (told.arrived) {
        alive(STORING);
        progress(film, film.file.size + (film.cues ? film.cues.size : 0));
        state(film, 'arrived', words('arrived'));
      } else if (told.problem && end()) {
        film.request = null;
        refuse(film, words('line', told.title, told.words));
      } else if (told.welcome && end()) {
        welcome();
      } else if (told.film && end()) {
        film.request = null;
        part(film, 'open').href = told.film;
        part(film, 'open').hidden = false;
        state(film, 'done', words('done'));
        release(film);
      }
    }

    function hear() {
      var at;
      while ((at = request.responseText.indexOf('\n', heard)) >= 0) {
        var text = request.responseText.slice(heard, at);
        heard = at + 1;
        line(text);
      }
    }

    request.open('POST', place.dataset.address + path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', film.key);
    request.setRequestHeader('Film-Name', encodeURIComponent(film.file.name));
    request.setRequestHeader('Film-Title', encodeURIComponent(part(film, 'id=title').value));
    request.setRequestHeader('Film-Language', part(film, 'id=spoken').value);
    if (film.cues) {
      request.setRequestHeader('Subtitles-Bytes', film.cues.size);
      request.setRequestHeader('Subtitles-Name', encodeURIComponent(film.cues.name));
    }
    request.upload.addEventListener('progress', function (event) {
      alive(event.loaded === event.total && !welcome ? STORING : SILENCE);
      if (!welcome && film.state === 'sending') {
        progress(film, event.loaded);
      }
    });
    request.addEventListener('progress', function () {
      if (isOurs(request)) {
        hear();
      }
    });
    request.addEventListener('load', function () {
      if (isOurs(request)) {
        hear();
        broken();
      } else if (end()) {
        // led to where people sign in, or something in between has answered
        film.request = null;
        if (request.status === 200 || request.status === 401) {
          state(film, 'stopped', words('signedOut'));
          release(film);
        } else if (request.status >= 500) {
          lost(film);
        } else {
          refuse(film, words('problem'));
        }
      }
    });
    request.addEventListener('error', broken);
    alive(SILENCE);
    request.send(film.cues ? new Blob([film.cues, content]) : content);
  }

  function isOurs(request) {
    return (request.getResponseHeader('Content-Type') || '').startsWith('application/x-ndjson');
  }

  function inFlight() {
    return films.some(function (film) {
      return ['waiting', 'checking', 'sending', 'lost'].includes(film.state);
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    place = document.getElementById('upload');
    list = document.getElementById('queue');
    document.getElementById('files').addEventListener('change', function (event) {
      add(event.target.files);
      event.target.value = '';
    });
    document.getElementById('start').addEventListener('click', function () {
      films.forEach(function (film) {
        if (film.state === 'ready') {
          state(film, 'waiting', words('waiting'), true);
        }
      });
      next();
    });
    // anywhere on the page: whoever misses the box means it all the same
    document.addEventListener('dragover', function (event) {
      place.classList.toggle('over', event.dataTransfer.types.includes('Files'));
    });
    ['dragleave', 'drop'].forEach(function (name) {
      document.addEventListener(name, function (event) {
        if (name === 'drop' || !event.relatedTarget) {
          place.classList.remove('over');
        }
      });
    });
    document.addEventListener('drop', function (event) {
      add(event.dataTransfer.files);
    });
    window.addEventListener('beforeunload', function (event) {
      if (inFlight()) {
        event.preventDefault();
        event.returnValue = true;
      }
    });
    window.addEventListener('online', function () {
      if (current && current.state === 'lost') {
        clearTimeout(current.later);
        begin(current);
      }
    });
    // session.js keeps the session alive as long as something is on its way
    window.recapUnderWay = inFlight;
  });
})();
