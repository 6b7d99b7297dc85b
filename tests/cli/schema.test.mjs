// The published schema and the command's own reader are two ways to say what a scenario is: they must agree, on every
// file there is and at every limit.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fault, resolved, schema } from './schema.mjs';

const json = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
const scenarios = 'web/content/scenarios';
const opening = JSON.parse(readFileSync(`${scenarios}/dprk-panel-2024.json`, 'utf8'));

const everyKind = json('tests/fixtures/lessons/good/every-kind.en.json');

/** @param {any} scenario */
const check = (scenario) => {
  const { status, stderr } = spawnSync('build/council', ['check', '--scenarios', scenarios, '-'], { encoding: 'utf8', input: JSON.stringify(scenario) });
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
 * @param {any} value @param {any} part @param {string} path @param {(value: any) => any} replaced  the whole file with another value there
 * @param {any} whole  the schema
 * @returns {Generator<{ value: any, part: any, path: string, replaced: (value: any) => any }>}
 */
function* places(value, part, path, replaced, whole) {
  const { properties = {}, additionalProperties, items, oneOf, ...rest } = resolved(part, whole);
  yield { value, part: rest, path, replaced };
  if (oneOf) return;
  if (Array.isArray(value)) yield* places(value[0], items, `${path}[0]`, (first) => replaced([first, ...value.slice(1)]), whole);
  else if (value !== null && typeof value === 'object')
    for (const [name, field] of Object.entries(value))
      yield* places(field, properties[name] ?? additionalProperties, path ? `${path}.${name}` : name,
        (other) => replaced({ ...value, [name]: other }), whole);
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

test('the schema of lessons takes every lesson, and refuses what it can see of the broken ones', () => {
  const lesson = json('web/content/schemas/lesson.schema.json');
  assert.equal(fault(everyKind, lesson), undefined);
  for (const file of existsSync('web/content/lessons') ? readdirSync('web/content/lessons') : [])
    assert.equal(fault(json(`web/content/lessons/${file}`), lesson), undefined, file);
  for (const [file, expected] of Object.entries({
    unknown_field: 'steps[0].colour: additionalProperties', unknown_kind: 'steps[1].kind: enum', challenge_without_moves: 'steps[3].challenge: required',
    no_steps: 'steps: minItems', too_many_steps: 'steps: maxItems', long_paragraph: 'steps[3].words[0]: maxLength', no_language: ': required',
    language_name: 'language: pattern', unknown_goal: 'steps[3].challenge.goal.reason: enum', number_alone: 'steps[3].challenge.goal.tally.in_favour: type',
  })) assert.equal(fault(json(`tests/fixtures/lessons/${file}.json`), lesson), expected);
});

for (const [name, good, whole, least] of /** @type {[string, any, any, number][]} */ ([
  ['scenarios', { ...opening, $schema: '../schemas/scenario.schema.json' }, schema, 15],
  // Of a list the first is looked at: each kind of step is the first once.
  ...everyKind.steps.map((/** @type {any} */ { kind }, /** @type {number} */ i) => [`lessons that begin with ${kind}`,
    { ...everyKind, steps: [...everyKind.steps.slice(i), ...everyKind.steps.slice(0, i)] }, json('web/content/schemas/lesson.schema.json'), 19]),
])) test(`at every limit of the schema of ${name} the command agrees: as many will do, one more will not`, () => {
  let limits = 0;
  /** The minutes of a lesson's steps add up. @param {any} all */
  const summed = (all) => (all.steps?.every ? { ...all, minutes: all.steps.reduce((/** @type {number} */ sum, /** @type {any} */ step) => sum + step.minutes, 0) } : all);
  for (const { value, part, path, replaced } of places(good, whole, '', summed, whole)) {
    // What the members or the rule of a vote decide is not the schema's matter.
    if (/(^|\.)(members|votes|rule|vetoed_by|reveal|solution|locked)$|\.goal\./.test(path)) continue;
    const keyword = typeof value === 'string' ? 'maxLength' : Array.isArray(value) ? 'maxItems' : 'maxProperties';
    const most = part[keyword];
    if (typeof value === 'string' ? !closed(part) : Array.isArray(value) || part.propertyNames) assert.ok(most, `the schema has no ${keyword} for ${path}`);
    if (!most) continue;
    limits += 1;
    assert.equal(check(replaced(resized(value, most))).message, '', `${path} at its limit`);
    const { good, message } = check(replaced(resized(value, most + 1)));
    assert.equal(good, false, path);
    assert.ok(message.includes(`: ${path}: found ${most + 1} `) && message.endsWith(` ${most}\n`), message);
  }
  assert.ok(limits >= least, `${limits} limits`);
});
