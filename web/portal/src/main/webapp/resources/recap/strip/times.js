// Moments and lengths, as the server writes them too (Formats.java).

function two(n) {
  return String(n).padStart(2, '0');
}

/** A moment to a tenth of a second: 1:02.5 or 1:01:02.5. */
export function moment(seconds) {
  const tenths = Math.round(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const rest = `${two(whole % 60)}.${tenths % 10}`;
  const minutes = Math.floor(whole / 60);
  return whole < 3600 ? `${minutes}:${rest}` : `${Math.floor(whole / 3600)}:${two(minutes % 60)}:${rest}`;
}

/** Hours, minutes and whole seconds: 0:01:02. */
export function clock(whole) {
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** Whether a length is told by a clock: below that, as a number of seconds. */
export function isLong(seconds) {
  return seconds >= 59.95;
}
