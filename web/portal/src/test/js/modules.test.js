import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../main/webapp/resources/recap', import.meta.url));
const TOP = ['portal', 'session', 'live', 'upload', 'strip', 'player', 'order', 'passkeys', 'clipboard', 'meter', 'words'];

function scripts(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? scripts(path) : path.endsWith('.js') ? [path] : [];
  });
}

function imports(file) {
  return Array.from(readFileSync(file, 'utf8').matchAll(/^import\b[^;'"]*'(\.{1,2}\/[\w./-]+\.js)'/gm), (found) =>
    join(dirname(file), found[1])
  );
}

const all = scripts(ROOT);

test('what is imported is there', () => {
  all.forEach((file) => imports(file).forEach((other) => assert.ok(all.includes(other), `${file}: ${other}`)));
});

test('imports are written as the server knows them, which puts addresses there', () => {
  all.forEach((file) => {
    const script = readFileSync(file, 'utf8');
    assert.equal(script.match(/^\s*import\b|\bimport\s*\(|^\s*export\b.*\bfrom\b/gm)?.length ?? 0, imports(file).length, file);
  });
});

test('no script imports itself by another, since its address has a hash of what it imports', () => {
  const visit = (file, above) => {
    assert.ok(!above.includes(file), [...above, file].map((each) => relative(ROOT, each)).join(' → '));
    imports(file).forEach((other) => visit(other, [...above, file]));
  };
  all.forEach((file) => visit(file, []));
});

test('what touches no page is tested without one: only these do', () => {
  const pages = all.filter((file) => /\b(document|window)\b/.test(readFileSync(file, 'utf8')));
  const drawn = ['upload/page.js', 'upload/adding.js', 'upload/rows.js', 'upload/showing.js', 'upload/drop.js', 'live/renewal.js', 'strip/painter.js'];
  pages.map((file) => relative(ROOT, file)).forEach((name) => {
    assert.ok(drawn.includes(name) || TOP.includes(name.replace('.js', '')), name);
  });
});
