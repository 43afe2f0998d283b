// How hard a new password is to guess; the server knows.
const PATIENCE = 300;
const NONCE = 'primefaces.nonce';
let waiting = 0;

// the content policy's nonce tells that it is this page that asks
function nonce() {
  const signed = document.querySelector('script[nonce]');
  return signed ? signed.nonce : '';
}

function ask(field) {
  window.myfaces = window.myfaces || {};
  window.myfaces.config = { cspMeta: { nonce: nonce() } };
  window.faces.ajax.request(field, null, {
    execute: field.id,
    render: field.dataset.meter,
    params: { [NONCE]: nonce() }
  });
}

// the form may come while a question is being answered: both are of one page, by one nonce
document.addEventListener('submit', (event) => {
  clearTimeout(waiting);
  if (nonce() && event.target.querySelector('[data-meter]') && !event.target.elements[NONCE]) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = NONCE;
    field.value = nonce();
    event.target.append(field);
  }
});
document.addEventListener('input', (event) => {
  const field = event.target;
  if (field.dataset && field.dataset.meter && window.faces) {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PATIENCE, field);
  }
});
