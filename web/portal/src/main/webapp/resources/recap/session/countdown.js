// When a session ends, and what is to be done until then.

/**
 * What follows from what the server says is left.
 *
 * @param left seconds: idle (until it ends unless something is done), longest (until it ends in any case)
 * @param now notice (how many seconds before it is told), busy (whether something is on its way that must not be cut
 *     off), known (whether its reader has seen that it ends in any case)
 * @returns why it ends; to do: wait, stay (ask the server to go on) or tell; and seconds until it is asked again, or
 *     null where that is the usual
 */
export function decide(left, now) {
  const why = left.idle <= left.longest ? 'idle' : 'longest';
  const seconds = left[why];
  if (seconds > now.notice) {
    return { why, todo: 'wait', seconds: seconds - now.notice };
  }
  if (why === 'idle' && now.busy) {
    return { why, todo: 'stay', seconds: null };
  }
  if (why === 'longest' && now.known) {
    return { why, todo: 'wait', seconds };
  }
  return { why, todo: 'tell', seconds: null };
}

/** Whole seconds from now to a moment, both in milliseconds; none once it is over. */
export function secondsLeft(ends, now) {
  return Math.max(0, Math.round((ends - now) / 1000));
}

/** Minutes and seconds: 1:05. */
export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the server's answer means: told, over or unclear. */
export function heard(answer) {
  if (answer.ok) {
    return 'told';
  }
  return answer.status === 401 || answer.type === 'opaqueredirect' ? 'over' : 'unclear';
}
