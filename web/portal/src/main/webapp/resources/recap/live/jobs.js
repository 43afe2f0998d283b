// How far things are: what to ask for, what to say of the answer, and whether the page is another one now.

/** Where to ask for all of them at once. */
export function question(address, subjects, here) {
  const asked = new URL(address, here);
  subjects.forEach((subject) => asked.searchParams.append('of', subject));
  return asked;
}

/** Whether one has ended, or is there no more. */
export function isAnyOver(subjects, jobs) {
  return subjects.some((subject) => !jobs[subject] || jobs[subject].ended);
}

/** What is to be said aloud: nothing at first, since it stands on the page, and nothing twice. */
export function announcer() {
  const said = new Map();
  return (subject, words) => {
    const news = said.has(subject) && said.get(subject) !== words;
    said.set(subject, words);
    return news ? words : null;
  };
}

/** Things in groups, by what they are about. */
export function grouped(things, about) {
  const groups = new Map();
  things.forEach((thing) => {
    groups.set(about(thing), [...(groups.get(about(thing)) || []), thing]);
  });
  return groups;
}
