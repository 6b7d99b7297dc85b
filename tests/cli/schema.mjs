// Checks values by the published schemas, as far as they go.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export const schema = JSON.parse(readFileSync('web/content/schemas/scenario.schema.json', 'utf8'));

/** A part of a schema, with what it refers to. @param {any} part @param {any} [whole] @returns {any} */
export const resolved = (part, whole = schema) => (part.$ref ? { ...resolved(whole.$defs[part.$ref.split('/').pop()], whole), ...part } : part);

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

/** What is wrong with a value by a part of a schema: the first of it, or nothing. @param {any} value @param {any} [part] @param {string} [path] @param {any} [whole] @returns {string | undefined} */
export function fault(value, part = schema, path = '', whole = part.$defs ? part : schema) {
  const { properties = {}, additionalProperties, propertyNames, items, oneOf, ...rest } = resolved(part, whole);
  if (oneOf) return oneOf.filter((/** @type {any} */ one) => !fault(value, one, path, whole)).length === 1 ? undefined : `${path}: oneOf`;
  for (const [keyword, limit] of Object.entries(rest)) {
    if (said.includes(keyword)) continue;
    assert.ok(keyword in holds, `the tests do not know ${keyword}`);
    if (keyword === 'type' && !holds.type(value, limit)) return `${path}: type`;
  }
  for (const [keyword, limit] of Object.entries(rest))
    if (!said.includes(keyword) && !holds[keyword](value, limit)) return `${path}: ${keyword}`;
  if (items) for (const [i, item] of value.entries()) {
    const found = fault(item, items, `${path}[${i}]`, whole);
    if (found) return found;
  }
  if (rest.type === 'object') for (const [name, field] of Object.entries(value)) {
    const where = path ? `${path}.${name}` : name;
    const known = properties[name] ?? additionalProperties;
    if (!known) return `${where}: additionalProperties`;
    const found = (propertyNames && fault(name, propertyNames, where, whole)) || fault(field, known, where, whole);
    if (found) return found;
  }
  return undefined;
}
