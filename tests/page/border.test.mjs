// The numbers that C++ and JavaScript both know: web/page/modules/border.js has what the headers say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as border from '../../web/page/modules/border.js';

/**
 * The values of an enum in a header, by name in camel case without the prefix.
 * @param {string} header
 * @param {string} name
 * @param {string} [prefix]
 * @returns {Record<string, number>}
 */
function enumOf(header, name, prefix = '') {
  const body = readFileSync(header, 'utf8').match(new RegExp(`enum (?:class )?${name}\\b[^{]*\\{([^}]*)\\}`))?.[1];
  assert.ok(body, `${header} has an enum ${name}`);
  const values = body.replace(/\/\/.*/g, '').split(',').map((each) => each.trim()).filter(Boolean).map((each) => {
    const [key, value] = each.split('=').map((part) => part.trim());
    assert.match(value ?? '', /^\d+$/, `${name}::${key} says its number`);
    return [key.replace(prefix, '').replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), Number(value)];
  });
  return Object.fromEntries(values);
}

for (const [key, header, name, prefix] of /** @type {const} */ ([
  ['status', 'web/platform/border.h', 'Status', 'status_'],
  ['section', 'web/app/told.h', 'Section', ''],
  ['font', 'web/platform/chamber.h', 'Font', 'font_'],
  ['appearanceFlag', 'web/platform/chamber.h', 'AppearanceFlag', 'appearance_'],
  ['pointer', 'web/platform/chamber.h', 'Pointer', 'pointer_'],
  ['frame', 'web/platform/chamber.h', 'Frame', 'frame_'],
  ['exhibit', 'web/platform/gallery.h', 'Exhibit', 'exhibit_'],
])) {
  test(`${key} is ${header}'s ${name}`, () => assert.deepEqual({ ...border[key] }, enumOf(header, name, prefix)));
}

test('every function that a module offers is one that JavaScript knows, and the other way round', () => {
  for (const [headers, script, least] of /** @type {const} */ ([[['council', 'lesson'], 'council', 7], [['chamber'], 'chamber', 6], [['gallery'], 'gallery', 5], [['analysis'], 'analysis-module', 6]])) {
    const offered = headers.flatMap((header) => [...readFileSync(`web/platform/${header}.h`, 'utf8').matchAll(/^VETO_EXPORT [^(]*?(\w+)\(/gm)]).map(([, name]) => name);
    const known = [...readFileSync(`web/page/modules/${script}.js`, 'utf8').matchAll(/@property .* _?((?:council|chamber|gallery|analysis)_\w+)/g)]
      .map(([, name]) => name);
    assert.ok(offered.length >= least);
    assert.deepEqual(known.sort(), offered.sort());
  }
});

test('what the gallery shows has one number in all of C++', () => {
  assert.deepEqual(enumOf('web/app/gallery.h', 'Exhibit'), border.exhibit);
});

test('the inks are those of the picture, in its order', () => {
  const header = ['core/picture/shapes.h', 'core/picture/picture.h'].map((path) => {
    try { return readFileSync(path, 'utf8'); } catch { return ''; }
  }).join('');
  const inks = header.match(/enum class Ink[^{]*\{([^}]*)\}/)?.[1].split(',').map((each) => each.trim().replace('_', '-')).filter(Boolean);
  assert.deepEqual(['none', ...border.inks], inks);
});

test('the ways to vote and their letters are those of core/vote.h', () => {
  const header = readFileSync('core/vote.h', 'utf8');
  const names = [...header.match(/names\{([^}]*)\}/)?.[1].matchAll(/"(\w+)"/g) ?? []].map(([, name]) => name);
  const letters = header.match(/"(\w+)"\[static_cast/)?.[1] ?? '';
  assert.deepEqual(Object.entries(border.letters), names.map((name, i) => [name, letters[i]]));
});

test('the largest scenario is that of core/json.h', () => {
  const [, factor, kibi] = readFileSync('core/json.h', 'utf8').match(/max_bytes = (\d+) \* (\d+);/) ?? [];
  assert.equal(border.largestScenario, Number(factor) * Number(kibi));
});
