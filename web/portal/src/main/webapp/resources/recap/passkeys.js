// Passkeys: between the server, which asks and looks at the answer, and the browser, which asks its owner.
import { answer, question } from './passkeys/ceremony.js';

const VIEW_STATE = '[name="jakarta.faces.ViewState"]';

function sorry(form, is) {
  form.querySelector('[role=alert]').hidden = !is;
}

// a question about its owner wants a new key, any other one that there is
async function ask(form, asked) {
  sorry(form, false);
  try {
    const credential = await (asked.publicKey.user
      ? navigator.credentials.create(asked)
      : navigator.credentials.get(asked));
    document.getElementById(form.dataset.answer).value = answer(credential);
    document.getElementById(form.dataset.done).click();
  } catch (refused) {
    sorry(form, true);
  }
}

// the form goes to the server as it would by itself; what comes back is the same page, with the question or with words
async function begin(form, button) {
  const sent = new URLSearchParams(new FormData(form));
  sent.append(button.name, button.value);
  button.disabled = true;
  try {
    const answered = await fetch(form.action, { method: 'POST', body: sent });
    const page = new DOMParser().parseFromString(await answered.text(), 'text/html');
    const same = page.getElementById(form.id);
    if (!same) {
      window.location.assign(answered.url);
      return;
    }
    take(form, same, page);
    if (same.dataset.question) {
      ask(form, question(same.dataset.question));
    }
  } catch (failure) {
    sorry(form, true);
  } finally {
    button.disabled = false;
  }
}

// what was typed stays: only the state of the view, and what was wrong, are new
function take(form, same, page) {
  form.querySelector(VIEW_STATE).value = same.querySelector(VIEW_STATE).value;
  document.getElementById('notices').innerHTML = page.getElementById('notices').innerHTML;
  const others = same.querySelectorAll('.field');
  form.querySelectorAll('.field').forEach((field, i) => takeField(field, others[i]));
  const wrong = form.querySelector('[aria-invalid=true]');
  if (wrong) {
    wrong.focus();
  }
}

function takeField(field, other) {
  const before = field.querySelector('.field-message');
  if (before) {
    before.remove();
  }
  const message = other.querySelector('.field-message');
  if (message) {
    field.append(message);
  }
  const input = field.querySelector('input');
  ['aria-invalid', 'aria-describedby'].forEach((name) => {
    const value = other.querySelector('input').getAttribute(name);
    if (value === null) {
      input.removeAttribute(name);
    } else {
      input.setAttribute(name, value);
    }
  });
}

const form = document.querySelector('form.passkey');
// a browser that knows no passkeys, or may not use them here, does not offer any
if (form && !window.PublicKeyCredential) {
  form.hidden = true;
} else if (form) {
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-asks]');
    if (button) {
      event.preventDefault();
      begin(form, button);
    }
  });
}
