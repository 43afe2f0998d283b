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

  document.addEventListener('DOMContentLoaded', function () {
    var form = document.querySelector('form.passkey');
    // a browser that knows no passkeys, or may not use them here, does not offer any
    if (form && !window.PublicKeyCredential) {
      form.hidden = true;
    } else if (form) {
      window.jQuery(document).on('pfAjaxComplete', function (event, xhr, settings, answered) {
        if (answered && answered.passkey) {
          ask(form, options(answered.passkey));
        }
      });
    }
  });
})();
