// A film as a strip: each shot as wide as it is long, however many there are, and pictures where they fit. It is drawn,
// since three thousand elements would be slow and none of them could be one pixel wide. For keyboards and screen
// readers it is a slider that goes from shot to shot.
(function () {
  'use strict';
  var EVEN = '#55493a';
  var ODD = '#7d6540';
  var EVEN_EDGE = '#cdbfa4';
  var ODD_EDGE = '#e0a526';
  var LIT = '#f0bb45';
  var FAR = 10;
  var strip;

  function place(root) {
    var view = root.querySelector('.strip-view');
    var track = root.querySelector('.strip-track');
    var canvas = root.querySelector('canvas');
    var shots = JSON.parse(root.dataset.shots);
    var length = Number(root.dataset.length);
    var sheet = new Image();
    var zoom = 1;
    var at = 0;
    var frame = 0;

    function words(name) {
      var text = root.dataset[name];
      for (var i = 1; i < arguments.length; i++) {
        text = text.replace('{' + (i - 1) + '}', arguments[i]);
      }
      return text;
    }

    function number(value) {
      return new Intl.NumberFormat(document.documentElement.dataset.formats).format(value);
    }

    // as Formats.time writes it
    function time(seconds) {
      var tenths = Math.round(seconds * 10);
      var whole = Math.floor(tenths / 10);
      var two = function (n) {
        return String(n).padStart(2, '0');
      };
      var rest = two(whole % 60) + '.' + (tenths % 10);
      var minutes = Math.floor(whole / 60);
      return whole < 3600 ? minutes + ':' + rest : Math.floor(whole / 3600) + ':' + two(minutes % 60) + ':' + rest;
    }

    // as Formats.seconds writes it
    function lasts(seconds) {
      return seconds >= 59.95 ? clock(Math.round(seconds)) : words('seconds', number(Math.round(seconds * 10) / 10));
    }

    function clock(whole) {
      return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
        .map(function (n, i) {
          return String(n).padStart(i === 0 ? 1 : 2, '0');
        })
        .join(':');
    }

    function range(shot) {
      return words('range', time(shot[0]), time(shot[1]));
    }

    function shotAt(seconds) {
      var low = 0;
      var high = shots.length - 1;
      while (low < high) {
        var middle = Math.ceil((low + high) / 2);
        if (shots[middle][0] <= seconds) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    function look(index, far) {
      at = Math.max(0, Math.min(shots.length - 1, index));
      var shot = shots[at];
      view.setAttribute('aria-valuenow', at + 1);
      view.setAttribute('aria-valuetext', words('tip', number(at + 1), time(shot[0]), time(shot[1])));
      var loupe = document.getElementById('loupe');
      if (shot.length > 3) {
        loupe.querySelector('svg').setAttribute('viewBox', shot.slice(3).join(' '));
      }
      loupe.querySelector('[data-loupe=heading]').textContent = words('heading', number(at + 1));
      loupe.querySelector('[data-loupe=range]').textContent = range(shot);
      loupe.querySelector('[data-loupe=length]').textContent = lasts(shot[1] - shot[0]);
      loupe.querySelector('[data-loupe=scene]').textContent = words('scene', number(shot[2] + 1));
      if (far) {
        show((shot[0] + shot[1]) / 2);
      }
      draw();
    }

    // brings a moment into sight
    function show(seconds) {
      var x = (seconds / length) * track.clientWidth;
      if (x < view.scrollLeft || x > view.scrollLeft + view.clientWidth) {
        view.scrollLeft = x - view.clientWidth / 2;
      }
    }

    function draw() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    }

    function picture(context, shot, x, width, height) {
      if (shot.length < 7 || !sheet.complete || sheet.naturalWidth === 0) {
        return;
      }
      // the middle of the picture, as much as fits
      var scale = Math.max(width / shot[5], height / shot[6]);
      var w = width / scale;
      var h = height / scale;
      context.drawImage(sheet, shot[3] + (shot[5] - w) / 2, shot[4] + (shot[6] - h) / 2, w, h, x, 0, width, height);
    }

    function paint() {
      var ratio = window.devicePixelRatio || 1;
      var width = view.clientWidth;
      var height = view.clientHeight;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
        canvas.style.inlineSize = width + 'px';
        canvas.style.blockSize = height + 'px';
      }
      var context = canvas.getContext('2d');
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      var whole = track.clientWidth;
      var left = view.scrollLeft;
      var usual = height * 1.2;
      var x = function (seconds) {
        return (seconds / length) * whole - left;
      };
      var first = shotAt((left / whole) * length);
      for (var k = first; k < shots.length && x(shots[k][0]) < width; k++) {
        context.fillStyle = shots[k][2] % 2 === 1 ? ODD : EVEN;
        context.fillRect(x(shots[k][0]), 0, x(shots[k][1]) - x(shots[k][0]), height);
      }
      // wide shots show their picture; of many narrow ones, one every so often stands for those around it
      var pictured = -Infinity;
      for (var i = first; i < shots.length && x(shots[i][0]) < width; i++) {
        var shot = shots[i];
        var from = x(shot[0]);
        var to = x(shot[1]);
        context.globalAlpha = i === at ? 1 : 0.82;
        if (to - from >= usual / 2) {
          for (var tile = from; tile < to; tile += usual * 1.5) {
            picture(context, shot, tile, Math.min(usual * 1.5, to - tile), height);
          }
          pictured = to;
        } else if (from >= pictured) {
          picture(context, shot, from, usual, height);
          pictured = from + usual;
        }
      }
      context.globalAlpha = 1;
      // cuts, scenes and the chosen one lie over the pictures
      for (var j = first; j < shots.length && x(shots[j][0]) < width; j++) {
        var begin = x(shots[j][0]);
        var end = x(shots[j][1]);
        context.fillStyle = shots[j][2] % 2 === 1 ? ODD_EDGE : EVEN_EDGE;
        context.fillRect(begin, height - 5, Math.max(end - begin, 0.5), 5);
        if (end - begin >= 4) {
          context.fillStyle = '#000';
          context.fillRect(begin, 0, 1, height);
        }
      }
      if (shots.length > 0) {
        var a = x(shots[at][0]);
        var b = Math.max(x(shots[at][1]), a + 2);
        context.strokeStyle = LIT;
        context.lineWidth = 3;
        context.strokeRect(a + 1, 1.5, Math.max(b - a - 2, 1), height - 3);
      }
    }

    function setZoom(wanted, around) {
      var most = Math.max(1, Math.min(64, Math.ceil((shots.length * 24) / Math.max(view.clientWidth, 1))));
      var middle = around === undefined ? (shots[at][0] + shots[at][1]) / 2 : around;
      zoom = Math.max(1, Math.min(Math.max(most, 4), wanted));
      track.style.inlineSize = zoom * 100 + '%';
      view.scrollLeft = (middle / length) * track.clientWidth - view.clientWidth / 2;
      root.querySelector('[data-zoom=out]').disabled = zoom === 1;
      root.querySelector('[data-zoom=whole]').disabled = zoom === 1;
      root.querySelector('[data-zoom=in]').disabled = zoom === Math.max(most, 4);
      scale();
      draw();
    }

    function scale() {
      var from = (view.scrollLeft / track.clientWidth) * length;
      var seen = (view.clientWidth / track.clientWidth) * length;
      root.querySelectorAll('.strip-scale span').forEach(function (mark, i) {
        mark.textContent = time(Math.min(length, from + (seen * i) / 2));
      });
    }

    function secondsAt(event) {
      var box = view.getBoundingClientRect();
      return ((event.clientX - box.left + view.scrollLeft) / track.clientWidth) * length;
    }

    root.addEventListener('click', function (event) {
      var button = event.target.closest('[data-zoom]');
      if (button) {
        setZoom({ in: zoom * 2, out: zoom / 2, whole: 1 }[button.dataset.zoom]);
      } else if (view.contains(event.target)) {
        look(shotAt(secondsAt(event)));
      }
    });
    view.addEventListener('pointermove', function (event) {
      if (event.pointerType === 'mouse') {
        look(shotAt(secondsAt(event)));
      }
    });
    view.addEventListener(
      'wheel',
      function (event) {
        if (event.ctrlKey) {
          event.preventDefault();
          setZoom(event.deltaY < 0 ? zoom * 2 : zoom / 2, secondsAt(event));
        }
      },
      { passive: false }
    );
    view.addEventListener('keydown', function (event) {
      var to = {
        ArrowRight: at + 1,
        ArrowUp: at + 1,
        ArrowLeft: at - 1,
        ArrowDown: at - 1,
        PageUp: at + FAR,
        PageDown: at - FAR,
        Home: 0,
        End: shots.length - 1
      }[event.key];
      if (event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      if (to !== undefined) {
        event.preventDefault();
        look(to, true);
      } else if (event.key === '+' || event.key === '-') {
        event.preventDefault();
        setZoom(event.key === '+' ? zoom * 2 : zoom / 2);
      }
    });
    view.addEventListener('scroll', function () {
      scale();
      draw();
    });
    new ResizeObserver(function () {
      scale();
      draw();
    }).observe(view);
    sheet.addEventListener('load', draw);
    sheet.src = root.dataset.sheet;
    setZoom(1);
    look(0);
  }

  function begin() {
    var found = document.querySelector('.film-strip');
    if (found && found !== strip) {
      strip = found;
      place(found);
    }
  }

  document.addEventListener('DOMContentLoaded', begin);
  // the strip comes with the end of the analysis
  document.addEventListener('renewed', begin);
})();
