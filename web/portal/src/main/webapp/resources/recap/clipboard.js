// What is shown once goes to the clipboard; where that is closed, it is at least selected.

function copy(button) {
  const code = document.getElementById(button.dataset.copies);
  const done = () => {
    document.getElementById(`${code.id}-said`).textContent = button.dataset.done;
  };
  window.getSelection().selectAllChildren(code);
  if (navigator.clipboard) {
    navigator.clipboard.writeText(code.textContent).then(done, () => {});
  } else if (document.execCommand('copy')) {
    done();
  }
}

document.querySelectorAll('[data-copies]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => copy(button));
});
