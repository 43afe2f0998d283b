// Which pick of a recap is played, and which one is next to another.

/** The number of the pick that plays at a moment of the recap, from 0 on; -1 before the first. */
export function playing(starts, seconds) {
  return starts.filter((start) => start <= seconds).length - 1;
}

/** Where a key leads among so many, from one of them; or undefined. */
export function walked(key, at, count) {
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key];
  return to >= 0 && to < count ? to : undefined;
}
