// The page's own words and figures; all of them stand in its markup.
import { fill, numbers, size as sizeIn } from '../words.js';

export const place = document.getElementById('upload');
export const number = numbers(document.documentElement.dataset.formats);
const units = place.dataset.units.split('|');

export function words(name, ...values) {
  return fill(place.dataset[name], ...values);
}

export function size(bytes) {
  return sizeIn(bytes, units, number);
}

export function say(text) {
  document.getElementById('news').textContent = text;
}
