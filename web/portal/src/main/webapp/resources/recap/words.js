// Words of a page with their gaps filled in, and figures as its reader writes them.

/** "{0} of {1}" with what belongs there; a value is taken as it is, whatever it looks like. */
export function fill(pattern, ...values) {
  return values.reduce((text, value, i) => text.replace(`{${i}}`, () => value), pattern);
}

/** Writes numbers in a language: `write(0.5, { style: 'percent' })`. */
export function numbers(language) {
  return (value, options) => new Intl.NumberFormat(language, options).format(value);
}

/**
 * As the film's page writes it: decimal units, three figures at most.
 *
 * @param units patterns for bytes and each thousandfold of them: "{0} B", "{0} kB"
 */
export function size(bytes, units, write) {
  let left = bytes;
  let unit = 0;
  while (left >= 999.5 && unit < units.length - 1) {
    left /= 1000;
    unit++;
  }
  return fill(units[unit], write(left < 10 ? Math.round(left * 10) / 10 : Math.round(left)));
}
