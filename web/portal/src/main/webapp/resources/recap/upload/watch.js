// Notices that a request has gone silent: a network that is gone does not say so.

/**
 * @param gone is told once, after a silence longer than was allowed
 */
export function watch(gone, clock = globalThis) {
  let timer = 0;
  let over = false;
  return {
    /** Something was heard; the next must follow within so many milliseconds. */
    alive(patience) {
      clock.clearTimeout(timer);
      if (!over) {
        timer = clock.setTimeout(gone, patience);
      }
    },

    /** Ends it; whether it went on until now. */
    end() {
      const first = !over;
      over = true;
      clock.clearTimeout(timer);
      return first;
    }
  };
}
