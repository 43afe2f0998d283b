// One request on its way to the intake.
import { isIntake, lines } from './answers.js';
import { watch } from './watch.js';

const SILENCE = 45000;
const STORING = 600000;

/**
 * Sends something; whoever takes it back calls `abort`, after which nothing more is heard.
 *
 * @param whole whether it is the film itself, which the server stores before it answers
 * @param hear what to do: sent(bytes), arrived(), answer(line), broken(), stranger(status)
 */
export function send(address, headers, body, whole, hear) {
  const request = new XMLHttpRequest();
  const read = lines();
  const watched = watch(() => {
    request.abort();
    broken();
  });

  function broken() {
    if (watched.end()) {
      hear.broken();
    }
  }

  function listen() {
    read(request.responseText).forEach((line) => {
      if (line.arrived) {
        watched.alive(STORING);
        hear.arrived();
      } else if ((line.problem || line.welcome || line.film) && watched.end()) {
        hear.answer(line);
      }
    });
  }

  function isOurs() {
    return isIntake(request.getResponseHeader('Content-Type'));
  }

  request.open('POST', address);
  Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.addEventListener('progress', (event) => {
    watched.alive(whole && event.loaded === event.total ? STORING : SILENCE);
    hear.sent(event.loaded);
  });
  request.addEventListener('progress', () => {
    if (isOurs()) {
      listen();
    }
  });
  request.addEventListener('load', () => {
    if (isOurs()) {
      listen();
      broken();
    } else if (watched.end()) {
      hear.stranger(request.status);
    }
  });
  request.addEventListener('error', broken);
  watched.alive(SILENCE);
  request.send(body);
  return {
    abort() {
      watched.end();
      request.abort();
    }
  };
}
