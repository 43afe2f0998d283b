// Passkeys: between the server, which asks and looks at the answer, and the browser, which asks its owner.
(function () {
  'use strict';

  function bytes(text) {
    var plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (c) {
      return c.charCodeAt(0);
    });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  // the options as the browser wants them: what is bytes arrives as text
  function options(question) {
    var parsed = JSON.parse(question);
    parsed.challenge = bytes(parsed.challenge);
    if (parsed.user) {
      parsed.user.id = bytes(parsed.user.id);
    }
    [parsed.excludeCredentials, parsed.allowCredentials].forEach(function (list) {
      (list || []).forEach(function (each) {
        each.id = bytes(each.id);
      });
    });
    return { publicKey: parsed };
  }

  function answer(credential) {
    var response = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].forEach(function (name) {
      if (credential.response[name]) {
        response[name] = text(credential.response[name]);
      }
    });
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: response
    });
  }

  // a question about its owner wants a new key, any other one that there is
  function ask(form, question) {
    var sorry = form.querySelector('[role=alert]');
    sorry.hidden = true;
    var asked = question.publicKey.user ? navigator.credentials.create(question) : navigator.credentials.get(question);
    asked.then(
      function (credential) {
        document.getElementById(form.dataset.answer).value = answer(credential);
        document.getElementById(form.dataset.done).click();
      },
      function () {
        sorry.hidden = false;
      }
    );
  }

  // the form goes to the server as it would by itself; what comes back is the same page, with the question or with words
  function begin(form, button) {
    var sent = new URLSearchParams(new FormData(form));
    sent.append(button.name, button.value);
    button.disabled = true;
    fetch(form.action, { method: 'POST', body: sent })
      .then(function (answered) {
        return answered.text().then(function (html) {
          var page = new DOMParser().parseFromString(html, 'text/html');
          var same = page.getElementById(form.id);
          if (!same) {
            window.location.assign(answered.url);
            return;
          }
          take(form, same, page);
          if (same.dataset.question) {
            ask(form, options(same.dataset.question));
          }
        });
      })
      .catch(function () {
        form.querySelector('[role=alert]').hidden = false;
      })
      .finally(function () {
        button.disabled = false;
      });
  }

  // what was typed stays: only the state of the view, and what was wrong, are new
  function take(form, same, page) {
    form.querySelector('[name="jakarta.faces.ViewState"]').value = same.querySelector(
      '[name="jakarta.faces.ViewState"]'
    ).value;
    document.getElementById('notices').innerHTML = page.getElementById('notices').innerHTML;
    form.querySelectorAll('.field').forEach(function (field, i) {
      var other = same.querySelectorAll('.field')[i];
      var message = field.querySelector('.field-message');
      if (message) {
        message.remove();
      }
      message = other.querySelector('.field-message');
      if (message) {
        field.append(message);
      }
      var input = field.querySelector('input');
      ['aria-invalid', 'aria-describedby'].forEach(function (name) {
        input.removeAttribute(name);
        if (other.querySelector('input').hasAttribute(name)) {
          input.setAttribute(name, other.querySelector('input').getAttribute(name));
        }
      });
    });
    var wrong = form.querySelector('[aria-invalid=true]');
    if (wrong) {
      wrong.focus();
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    var form = document.querySelector('form.passkey');
    // a browser that knows no passkeys, or may not use them here, does not offer any
    if (form && !window.PublicKeyCredential) {
      form.hidden = true;
    } else if (form) {
      form.addEventListener('click', function (event) {
        var button = event.target.closest('[data-asks]');
        if (button) {
          event.preventDefault();
          begin(form, button);
        }
      });
    }
  });
})();
