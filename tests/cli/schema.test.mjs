// The published schema and the command's own reader are two ways to say what a scenario is: they must agree, on every
// file there is and at every limit.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fault, resolved, schema } from './schema.mjs';

const scenarios = 'web/content/scenarios';
const opening = JSON.parse(readFileSync(`${scenarios}/dprk-panel-2024.json`, 'utf8'));

/** @param {any} scenario */
const check = (scenario) => {
  const { status, stderr } = spawnSync('build/council', ['check', '-'], { encoding: 'utf8', input: JSON.stringify(scenario) });
  return { good: status === 0, message: stderr };
};

test('the schema takes every scenario', () => {
  const files = readdirSync(scenarios);
  assert.ok(files.length >= 26);
  for (const file of files) assert.equal(fault(JSON.parse(readFileSync(`${scenarios}/${file}`, 'utf8'))), undefined, file);
  const own = JSON.parse(readFileSync('tests/fixtures/scenarios/good/own_rule.json', 'utf8'));
  assert.equal(fault(own), undefined);
  assert.deepEqual(check(own), { good: true, message: '' });
});

test('the schema refuses what it can see of the broken fixtures', () => {
  for (const [file, expected] of Object.entries({
    long_name: 'members[8].name.en: maxLength', long_symbol: 'draft.symbol: maxLength', long_summary: 'story.en.summary: maxLength',
    too_many_languages: 'draft.subject: maxProperties', too_many_sources: 'sources: maxItems', unknown_vote: 'votes.RUS: enum',
    unknown_field: 'colour: additionalProperties', wrong_type: 'members[0].permanent: type',
  })) assert.equal(fault(JSON.parse(readFileSync(`tests/fixtures/scenarios/${file}.json`, 'utf8'))), expected);
});

/**
 * Every text and list of a scenario, with the part of the schema that speaks of it.
 * @param {any} value @param {any} part @param {string} path @param {(value: any) => any} replaced  the whole scenario with another value there
 * @returns {Generator<{ value: any, part: any, path: string, replaced: (value: any) => any }>}
 */
function* places(value, part, path, replaced) {
  const { properties = {}, additionalProperties, items, oneOf, ...rest } = resolved(part);
  yield { value, part: rest, path, replaced };
  if (oneOf) return;
  if (Array.isArray(value)) yield* places(value[0], items, `${path}[0]`, (first) => replaced([first, ...value.slice(1)]));
  else if (value !== null && typeof value === 'object')
    for (const [name, field] of Object.entries(value))
      yield* places(field, properties[name] ?? additionalProperties, path ? `${path}.${name}` : name,
        (other) => replaced({ ...value, [name]: other }));
}

/** Texts whose length the schema tells by other means. @param {any} part */
const closed = (part) => !part.type || 'const' in part || 'enum' in part || 'format' in part || /^\^\\d|^\^\[/.test(part.pattern);

/**
 * The same text, list or object by language with n characters, items or fields.
 * @param {any} value @param {number} n
 */
function resized(value, n) {
  // é, 中 and 😀 are two to four bytes, and 😀 is two units of UTF-16: what counts is characters.
  if (typeof value === 'string') return [...`https://${'é中😀a'.repeat(n)}`].slice(0, n).join('');
  if (Array.isArray(value)) return Array.from({ length: n }, () => value[0]);
  const languages = ['en', ...Array.from({ length: n - 1 }, (_, i) => `x${String.fromCharCode(97 + i)}`)];
  return Object.fromEntries(languages.map((language) => [language, Object.values(value)[0]]));
}

test('at every limit of the schema the command agrees: as many will do, one more will not', () => {
  let limits = 0;
  const linked = { ...opening, $schema: '../schemas/scenario.schema.json' };
  for (const { value, part, path, replaced } of places(linked, schema, '', (whole) => whole)) {
    const keyword = typeof value === 'string' ? 'maxLength' : Array.isArray(value) ? 'maxItems' : 'maxProperties';
    const most = part[keyword];
    if (typeof value === 'string' ? !closed(part) : Array.isArray(value) || part.propertyNames) assert.ok(most, `the schema has no ${keyword} for ${path}`);
    // How many members and votes there are is the rule's matter.
    if (!most || path === 'members' || path === 'votes') continue;
    limits += 1;
    assert.equal(check(replaced(resized(value, most))).message, '', `${path} at its limit`);
    const { good, message } = check(replaced(resized(value, most + 1)));
    assert.equal(good, false, path);
    assert.ok(message.includes(`: ${path}: found ${most + 1} `) && message.endsWith(` ${most}\n`), message);
  }
  assert.ok(limits >= 15, `${limits} limits`);
});
