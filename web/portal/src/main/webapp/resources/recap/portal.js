// What every page does beyond its markup. All of them still read without it.

// times in the reader's own zone; the server writes UTC
function localise() {
  const format = new Intl.DateTimeFormat(document.documentElement.dataset.formats, { dateStyle: 'medium', timeStyle: 'short' });
  document.querySelectorAll('time.moment:not([data-local])').forEach((time) => {
    time.textContent = format.format(new Date(time.dateTime));
    time.dataset.local = '';
  });
}

// what cannot be taken back is asked once more; the dialog closes by Esc, and the focus comes back by itself
function sure(button) {
  const dialog = document.getElementById('sure');
  document.getElementById('sure-title').textContent = button.dataset.sure;
  document.getElementById('sure-text').textContent = button.dataset.sureText;
  document.getElementById('sure-yes').onclick = () => {
    dialog.close();
    button.form.requestSubmit(button);
  };
  dialog.showModal();
  document.getElementById('sure-no').focus();
}

// after something went wrong: the first field to mend, else the words
function focusWhatIsWrong() {
  const wrong = document.querySelector('main [aria-invalid=true]');
  const notice = document.querySelector('#notices .notice.error');
  if (wrong) {
    wrong.focus();
  } else if (notice) {
    notice.tabIndex = -1;
    notice.focus();
  }
}

function openMenus() {
  return Array.from(document.querySelectorAll('details.menu[open]'));
}

document.addEventListener('click', (event) => {
  openMenus()
    .filter((menu) => !menu.contains(event.target))
    .forEach((menu) => {
      menu.open = false;
    });
});
document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest('[data-sure]');
    if (button) {
      event.preventDefault();
      sure(button);
    }
  },
  true
);
// a file that misses its box must not replace the page
['dragover', 'drop'].forEach((name) => {
  document.addEventListener(name, (event) => {
    if (event.dataTransfer && event.dataTransfer.types.includes('Files') && !event.target.closest('input[type=file]')) {
      event.preventDefault();
    }
  });
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});
document.querySelectorAll('[data-zone]').forEach((field) => {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
});
localise();
new MutationObserver(localise).observe(document.body, { childList: true, subtree: true });
focusWhatIsWrong();
