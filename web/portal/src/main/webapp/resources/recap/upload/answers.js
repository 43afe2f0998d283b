// What comes back for a film: one line of JSON after the other, while it is still on its way.

/** Whether it is the intake that answers, and nobody in between. */
export function isIntake(contentType) {
  return (contentType || '').startsWith('application/x-ndjson');
}

/** Reads the lines of an answer that grows: each is given once, as soon as it is whole. */
export function lines() {
  let heard = 0;
  return (text) => {
    const end = text.lastIndexOf('\n') + 1;
    const whole = text.slice(heard, end);
    heard = Math.max(heard, end);
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  };
}

/** What it means that somebody else answered: led to where people sign in, or something in between is broken. */
export function meaning(status) {
  if (status === 200 || status === 401) {
    return 'signedOut';
  }
  return status >= 500 ? 'lost' : 'refused';
}
