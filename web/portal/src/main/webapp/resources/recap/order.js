// The form of an order: usual lengths at one press, and choices that do not go together.

// what does not go with a choice cannot be chosen beside it; the server refuses it too
function ruleOut() {
  document.querySelectorAll('[data-rules-out]').forEach((box) => {
    const others = Array.from(box.form.querySelectorAll(box.dataset.rulesOut));
    others.forEach((other) => {
      other.disabled = box.checked;
    });
    // where another of the same is still free, that one is meant; where none is, nothing is
    others.forEach((other) => {
      const free = other.disabled && other.checked && box.form.querySelector(`[name="${other.name}"]:enabled`);
      if (free) {
        free.checked = true;
      }
    });
  });
}

document.addEventListener('change', (event) => {
  if (event.target.dataset.rulesOut) {
    ruleOut();
  }
});
document.addEventListener('click', (event) => {
  const quick = event.target.closest('[data-length-for]');
  if (quick) {
    const field = document.getElementById(quick.dataset.lengthFor);
    field.value = quick.dataset.seconds;
    field.focus();
  }
});
ruleOut();
// the form comes with the end of the analysis
document.addEventListener('renewed', ruleOut);
