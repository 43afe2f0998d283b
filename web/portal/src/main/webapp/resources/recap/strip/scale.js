// The arithmetic of the strip: seconds of the film, pixels of the whole strip, and what of it is in sight. Shots are
// [start, end, scene, …] in seconds, one behind the other.
const PER_SHOT = 24;
const MOST = 64;
const LEAST_MOST = 4;
const FAR = 10;

/** Which shot a moment is in: the last one that begins no later. */
export function shotAt(shots, seconds) {
  let low = 0;
  let high = shots.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (shots[middle][0] <= seconds) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** How often the strip can be wider than its view: until a shot is wide enough to be seen. */
export function mostZoom(count, width) {
  return Math.max(LEAST_MOST, Math.min(MOST, Math.ceil((count * PER_SHOT) / Math.max(width, 1))));
}

export function limited(zoom, most) {
  return Math.max(1, Math.min(most, zoom));
}

export function middle(shot) {
  return (shot[0] + shot[1]) / 2;
}

/** What is in sight, of a film of so many seconds on a strip of so many pixels. */
export class Sight {
  /**
   * @param left first pixel in sight
   * @param width pixels in sight
   * @param whole pixels of the strip
   * @param length seconds of the film
   */
  constructor(left, width, whole, length) {
    this.left = left;
    this.width = width;
    this.whole = whole;
    this.length = length;
  }

  /** Where a moment is, from the left edge of what is in sight. */
  x(seconds) {
    return (seconds / this.length) * this.whole - this.left;
  }

  /** The moment at a place, counted likewise. */
  seconds(x) {
    return ((x + this.left) / this.whole) * this.length;
  }

  shows(seconds) {
    const x = this.x(seconds);
    return x >= 0 && x <= this.width;
  }

  /** How far to scroll, that a moment is in the middle. */
  centred(seconds) {
    return this.x(seconds) + this.left - this.width / 2;
  }

  /** The moments at the left edge, in the middle and at the right edge. */
  marks() {
    return [0, 0.5, 1].map((part) => Math.min(this.length, this.seconds(part * this.width)));
  }
}

/** Where a key leads from a shot, or undefined. */
export function keyed(key, at, last) {
  return {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + FAR,
    PageDown: at - FAR,
    Home: 0,
    End: last
  }[key];
}

/**
 * Which pictures are drawn, and where: wide shots show their own, of many narrow ones, one every so often stands for
 * those around it.
 *
 * @param shots those in sight, each with its index and its two edges in pixels
 * @param usual how wide a picture mostly is
 */
export function pictures(shots, usual) {
  const found = [];
  const wide = usual * 1.5;
  let pictured = -Infinity;
  shots.forEach(({ index, from, to }) => {
    if (to - from >= usual / 2) {
      for (let x = from; x < to; x += wide) {
        found.push({ index, x, width: Math.min(wide, to - x) });
      }
      pictured = to;
    } else if (from >= pictured) {
      found.push({ index, x: from, width: usual });
      pictured = from + usual;
    }
  });
  return found;
}

/** The middle of a picture, as much as fits: x, y, width and height in its sheet. */
export function cropped([x, y, width, height], toWidth, toHeight) {
  const scale = Math.max(toWidth / width, toHeight / height);
  const w = toWidth / scale;
  const h = toHeight / scale;
  return [x + (width - w) / 2, y + (height - h) / 2, w, h];
}
