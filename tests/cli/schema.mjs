// Checks values by the published schema of scenarios, as far as it goes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export const schema = JSON.parse(readFileSync('web/content/schemas/scenario.schema.json', 'utf8'));

/** A part of the schema, with what it refers to. @param {any} part @returns {any} */
export const resolved = (part) => (part.$ref ? { ...resolved(schema.$defs[part.$ref.split('/').pop()]), ...part } : part);

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

/** What is wrong with a value by a part of the schema: the first of it, or nothing. @param {any} value @param {any} [part] @param {string} [path] @returns {string | undefined} */
export function fault(value, part = schema, path = '') {
  const { properties = {}, additionalProperties, propertyNames, items, oneOf, ...rest } = resolved(part);
  if (oneOf) return oneOf.filter((/** @type {any} */ one) => !fault(value, one, path)).length === 1 ? undefined : `${path}: oneOf`;
  for (const [keyword, limit] of Object.entries(rest)) {
    if (said.includes(keyword)) continue;
    assert.ok(keyword in holds, `the tests do not know ${keyword}`);
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
