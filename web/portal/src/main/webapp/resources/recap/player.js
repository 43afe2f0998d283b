// The recap beside its picks: a press on one plays from there, and the one that plays lights up.
import { playing, walked } from './player/picks.js';

// the picks below the player are one stop for the Tab key; arrows walk along them
function walk(event) {
  const pick = event.target.closest('.strip > button');
  if (!pick || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const all = Array.from(pick.parentElement.children);
  const to = walked(event.key, all.indexOf(pick), all.length);
  if (to !== undefined) {
    event.preventDefault();
    pick.tabIndex = -1;
    all[to].tabIndex = 0;
    all[to].focus();
  }
}

function play(seconds) {
  const player = document.getElementById('player');
  if (player) {
    player.currentTime = seconds + 0.01;
    const started = player.play();
    if (started) {
      started.catch(() => {});
    }
    player.scrollIntoView({ block: 'nearest' });
  }
}

function follow(event) {
  const picks = Array.from(document.querySelectorAll('.picks-strip [data-seek]'));
  const at = playing(
    picks.map((pick) => Number(pick.dataset.seek)),
    event.target.currentTime
  );
  picks.forEach((pick, i) => pick.classList.toggle('on', i === at));
}

document.addEventListener('click', (event) => {
  const seek = event.target.closest('[data-seek]');
  if (seek) {
    play(Number(seek.dataset.seek));
  }
});
document.addEventListener('keydown', walk);
document.addEventListener('timeupdate', follow, true);
