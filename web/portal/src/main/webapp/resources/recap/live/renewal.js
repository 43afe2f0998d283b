// Puts the parts of a page that are other ones now into the page that is read, where nothing moves and the focus stays.

function sameIn(part, element) {
  if (element.id) {
    return document.getElementById(element.id);
  }
  const address = element.getAttribute('href');
  return address && part.querySelector(`[href="${CSS.escape(address)}"]`);
}

// what its reader looks at, outside of what is replaced: it stays where it is
function inSight() {
  const focused = document.activeElement;
  const box = focused && focused !== document.body && focused.getBoundingClientRect();
  let seen = box && box.bottom > 0 && box.top < window.innerHeight ? focused : null;
  if (!seen && window.scrollY > 0) {
    seen = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 3);
  }
  return seen && !seen.closest('[data-part]') ? seen : null;
}

function replace(part, other) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  part.className = other.className;
  part.replaceChildren(...other.childNodes);
  if (focused) {
    const same = sameIn(part, focused);
    if (!same) {
      part.tabIndex = -1;
    }
    (same || part).focus({ preventScroll: true });
  }
}

/** Takes over what is other in the page as the server writes it today; what is only kept stays as it is. */
export function takeOver(page) {
  document.querySelectorAll('[data-kept]').forEach((kept) => {
    if (!page.querySelector(`[data-kept="${kept.dataset.kept}"]`)) {
      kept.remove();
    }
  });
  const seen = inSight();
  const top = seen && seen.getBoundingClientRect().top;
  document.querySelectorAll('[data-part]').forEach((part) => {
    const other = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!other) {
      part.remove();
    } else if (part.innerHTML !== other.innerHTML) {
      replace(part, other);
    }
  });
  document.dispatchEvent(new CustomEvent('renewed'));
  if (seen && seen.isConnected) {
    window.scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: 'instant' });
  }
}
