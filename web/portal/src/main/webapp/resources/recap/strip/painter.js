// Draws what is in sight of a strip.
import { cropped, pictures, shotAt } from './scale.js';

const EVEN = '#55493a';
const ODD = '#7d6540';
const EVEN_EDGE = '#cdbfa4';
const ODD_EDGE = '#e0a526';
const LIT = '#f0bb45';

function fit(canvas, width, height, ratio) {
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.inlineSize = `${width}px`;
    canvas.style.blockSize = `${height}px`;
  }
}

function visible(shots, sight) {
  const found = [];
  for (let i = shotAt(shots, sight.seconds(0)); i < shots.length && sight.x(shots[i][0]) < sight.width; i++) {
    found.push({ index: i, from: sight.x(shots[i][0]), to: sight.x(shots[i][1]) });
  }
  return found;
}

function isOdd(shot) {
  return shot[2] % 2 === 1;
}

function drawPictures(context, shots, seen, at, sheet, height) {
  if (!sheet.complete || sheet.naturalWidth === 0) {
    return;
  }
  pictures(seen, height * 1.2).forEach(({ index, x, width }) => {
    const shot = shots[index];
    if (shot.length >= 7) {
      context.globalAlpha = index === at ? 1 : 0.82;
      context.drawImage(sheet, ...cropped(shot.slice(3), width, height), x, 0, width, height);
    }
  });
  context.globalAlpha = 1;
}

/**
 * @param shots [start, end, scene, and x, y, width, height in the sheet where there is a picture]
 * @param at the chosen one
 */
export function paint(canvas, shots, sight, height, at, sheet) {
  const ratio = window.devicePixelRatio || 1;
  fit(canvas, sight.width, height, ratio);
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, sight.width, height);
  const seen = visible(shots, sight);
  seen.forEach(({ index, from, to }) => {
    context.fillStyle = isOdd(shots[index]) ? ODD : EVEN;
    context.fillRect(from, 0, to - from, height);
  });
  drawPictures(context, shots, seen, at, sheet, height);
  // cuts, scenes and the chosen one lie over the pictures
  seen.forEach(({ index, from, to }) => {
    context.fillStyle = isOdd(shots[index]) ? ODD_EDGE : EVEN_EDGE;
    context.fillRect(from, height - 5, Math.max(to - from, 0.5), 5);
    if (to - from >= 4) {
      context.fillStyle = '#000';
      context.fillRect(from, 0, 1, height);
    }
  });
  if (shots.length > 0) {
    const from = sight.x(shots[at][0]);
    const to = Math.max(sight.x(shots[at][1]), from + 2);
    context.strokeStyle = LIT;
    context.lineWidth = 3;
    context.strokeRect(from + 1, 1.5, Math.max(to - from - 2, 1), height - 3);
  }
}
