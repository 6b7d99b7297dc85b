// The published schema and the command's own reader are two ways to say what a scenario is: they must agree, on every
// file there is and at every limit.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const schema = JSON.parse(readFileSync('web/content/schemas/scenario.schema.json', 'utf8'));
const scenarios = 'web/content/scenarios';
const opening = JSON.parse(readFileSync(`${scenarios}/dprk-panel-2024.json`, 'utf8'));

/** A part of the schema, with what it refers to. @param {any} part @returns {any} */
const resolved = (part) => (part.$ref ? { ...resolved(schema.$defs[part.$ref.split('/').pop()]), ...part } : part);

/** @type {Record<string, (value: any, limit: any) => boolean>} */
const holds = {
  const: (value, wanted) => value === wanted,
  enum: (value, wanted) => wanted.includes(value),
  pattern: (value, wanted) => new RegExp(wanted, 'u').test(value),
  format: (value, wanted) => wanted === 'date' && !Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\d$/.test(value),
  minimum: (value, least) => value >= least,
  maximum: (value, most) => value <= most,
  minLength: (value, least) => typeof value !== 'string' || [...value].length >= least,
  maxLength: (value, most) => typeof value !== 'string' || [...value].length <= most,
  minItems: (value, least) => value.length >= least,
  maxItems: (value, most) => value.length <= most,
  maxProperties: (value, most) => Object.keys(value).length <= most,
  uniqueItems: (value) => new Set(value).size === value.length,
  required: (value, names) => names.every((/** @type {string} */ name) => name in value),
  type: (value, wanted) => [wanted].flat().some((/** @type {string} */ type) => ({
    object: value !== null && typeof value === 'object' && !Array.isArray(value), array: Array.isArray(value), null: value === null,
    string: typeof value === 'string', boolean: typeof value === 'boolean', integer: Number.isInteger(value) })[type]),
};
const said = ['$schema', '$defs', '$ref', 'title', 'description'];

/** What is wrong with a value by a part of the schema: the first of it, or nothing. @param {any} value @param {any} part @param {string} path @returns {string | undefined} */
function fault(value, part, path = '') {
  const { properties = {}, additionalProperties, propertyNames, items, oneOf, ...rest } = resolved(part);
  if (oneOf) return oneOf.filter((/** @type {any} */ one) => !fault(value, one, path)).length === 1 ? undefined : `${path}: oneOf`;
  for (const [keyword, limit] of Object.entries(rest)) {
    if (said.includes(keyword)) continue;
    assert.ok(keyword in holds, `this test does not know ${keyword}`);
    if (keyword === 'type' && !holds.type(value, limit)) return `${path}: type`;
  }
  for (const [keyword, limit] of Object.entries(rest))
    if (!said.includes(keyword) && !holds[keyword](value, limit)) return `${path}: ${keyword}`;
  if (items) for (const [i, item] of value.entries()) {
    const found = fault(item, items, `${path}[${i}]`);
    if (found) return found;
  }
  if (rest.type === 'object') for (const [name, field] of Object.entries(value)) {
    const where = path ? `${path}.${name}` : name;
    const known = properties[name] ?? additionalProperties;
    if (!known) return `${where}: additionalProperties`;
    const found = (propertyNames && fault(name, propertyNames, where)) || fault(field, known, where);
    if (found) return found;
  }
  return undefined;
}

/** @param {any} scenario */
const check = (scenario) => {
  const { status, stderr } = spawnSync('build/council', ['check', '-'], { encoding: 'utf8', input: JSON.stringify(scenario) });
  return { good: status === 0, message: stderr };
};

test('the schema takes every scenario', () => {
  const files = readdirSync(scenarios);
  assert.ok(files.length >= 26);
  for (const file of files) assert.equal(fault(JSON.parse(readFileSync(`${scenarios}/${file}`, 'utf8')), schema), undefined, file);
  const own = JSON.parse(readFileSync('tests/fixtures/scenarios/good/own_rule.json', 'utf8'));
  assert.equal(fault(own, schema), undefined);
  assert.deepEqual(check(own), { good: true, message: '' });
});

test('the schema refuses what it can see of the broken fixtures', () => {
  for (const [file, expected] of Object.entries({
    long_name: 'members[8].name.en: maxLength', long_symbol: 'draft.symbol: maxLength', long_summary: 'story.en.summary: maxLength',
    too_many_languages: 'draft.subject: maxProperties', too_many_sources: 'sources: maxItems', unknown_vote: 'votes.RUS: enum',
    unknown_field: 'colour: additionalProperties', wrong_type: 'members[0].permanent: type',
  })) assert.equal(fault(JSON.parse(readFileSync(`tests/fixtures/scenarios/${file}.json`, 'utf8')), schema), expected);
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
