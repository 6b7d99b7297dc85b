// The catalogues, checked: what one language has, every language has.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mainLanguage } from './pages.mjs';

/** @param {string} path */
export const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Of a message that goes with a number: one for each of the language's plural categories, by CLDR. */
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** @param {any} value */
const isPlural = (value) => typeof value === 'object' && !Array.isArray(value) && Object.keys(value).every((key) => categories.includes(key));

/**
 * The paths of every text, lists counted as one.
 * @param {any} value
 * @param {string} path
 * @returns {string[]}
 */
const keysOf = (value, path = '') => (typeof value !== 'object' || Array.isArray(value) || isPlural(value)
  ? [path]
  : Object.entries(value).flatMap(([key, each]) => keysOf(each, path ? `${path}.${key}` : key)));

/**
 * Throws with every key that one file has and another lacks.
 * @param {Record<string, any>} files  by name
 */
function compare(files) {
  const keys = Object.entries(files).map(([file, value]) => ({ file, has: new Set(keysOf(value)) }));
  const faults = keys.flatMap(({ file, has }) => [...new Set(keys.flatMap((other) => [...other.has]))]
    .filter((key) => !has.has(key))
    .map((key) => `${file}: no ${key}, which ${keys.find((other) => other.has.has(key))?.file} has`));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** @param {string[]} parts @param {string} folder */
const read = (parts, folder) => Object.fromEntries(parts.map((file) => [file, json(`${folder}/${file}`)]));

/**
 * The catalogues of a content folder, by language, the main one first.
 * @param {string} content
 * @returns {any[]}
 */
export function cataloguesOf(content) {
  const files = read(readdirSync(`${content}/strings`).filter((file) => file.endsWith('.json')), `${content}/strings`);
  compare(files);
  // Whoever tries something out may do with fewer: VETO_LANGUAGES="en fr".
  const wanted = process.env.VETO_LANGUAGES?.split(' ');
  return Object.values(files).filter(({ language }) => !wanted || language === mainLanguage || wanted.includes(language)).sort((a, b) =>
    Number(b.language === mainLanguage) - Number(a.language === mainLanguage) || a.name.localeCompare(b.name));
}

/**
 * What is told about one vote beyond its file, by language; nothing where nobody wrote of it.
 * @param {string} content
 * @param {string} id
 * @param {any[]} catalogues
 * @returns {Record<string, any> | undefined}
 */
export function storiesOf(content, id, catalogues) {
  const fileOf = (/** @type {string} */ language) => `${id}.${language}.json`;
  if (!catalogues.some(({ language }) => existsSync(`${content}/stories/${fileOf(language)}`))) return undefined;
  const files = read(catalogues.map(({ language }) => fileOf(language)), `${content}/stories`);
  compare(files);
  return Object.fromEntries(catalogues.map(({ language }) => [language, files[fileOf(language)]]));
}

/**
 * The lessons of a content folder, by id, each by language.
 * @param {string} content
 * @param {any[]} catalogues
 * @returns {Map<string, Record<string, any>>}
 */
export function lessonsOf(content, catalogues) {
  const files = existsSync(`${content}/lessons`) ? readdirSync(`${content}/lessons`).filter((file) => file.endsWith('.json')) : [];
  const ids = [...new Set(files.map((file) => file.split('.')[0]))].sort();
  return new Map(ids.map((id) => [id, Object.fromEntries(catalogues.map(({ language }) => {
    const file = `${id}.${language}.json`;
    if (!files.includes(file)) throw new Error(`${content}/lessons: found ${files.filter((each) => each.startsWith(`${id}.`)).join()}, expected ${file}, too`);
    const { $schema: _schema, ...lesson } = json(`${content}/lessons/${file}`);
    return [language, lesson];
  }))]));
}

/** @param {Record<string, string>} texts @param {string} language */
export const textIn = (texts, language) => texts[language] ?? texts[mainLanguage];

/** The official languages, in which the United Nations publish their documents. */
const official = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
/** The address of a document in a language, where the United Nations have one for each. @param {string} url @param {string} language */
export const documentIn = (url, language) => (official.includes(language) ? url.replace(/^(https:\/\/(?:undocs|docs\.un)\.org\/)en\//, `$1${language}/`) : url);
/**
 * Sources as a page of a language names them: by their English titles.
 * @param {{ title: string, publisher: string, date: string, url: string }[]} sources
 * @param {string} language
 */
export const sourcesIn = (sources, language) => sources.map((source) => ({ ...source, url: documentIn(source.url, language) || false }));

/**
 * A scenario with its texts in one language, and in the main one, which the core falls back to.
 * @template T
 * @param {T} value
 * @param {string} language
 * @returns {T}
 */
export function inLanguage(value, language) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return /** @type {T} */ (value.map((each) => inLanguage(each, language)));
  const entries = Object.entries(value);
  const kept = mainLanguage in value ? entries.filter(([key]) => key === mainLanguage || key === language) : entries;
  return /** @type {T} */ (Object.fromEntries(kept.map(([key, each]) => [key, inLanguage(each, language)])));
}

/**
 * A member's names without those that say nothing new: a short one like the name, one for sentences like the short one.
 * @template {{ name: object, short?: object, phrase?: object }} T
 * @param {T} member
 * @returns {T}
 */
export function spelled(member) {
  const { short, phrase, ...rest } = member;
  const same = (/** @type {object} */ a, /** @type {object} */ b) => JSON.stringify(a) === JSON.stringify(b);
  const inShort = short ?? member.name;
  return /** @type {T} */ ({ ...rest, ...short && !same(short, member.name) && { short }, ...phrase && !same(phrase, inShort) && { phrase } });
}

/**
 * Who sat when, with the members' names in one language: what a page of it is given.
 * @param {import('../page/modules/councils.js').Councils} councils
 * @param {string} language
 */
export const namesIn = ({ councils, members, permanent, sources }, language) => ({
  councils, permanent, sources,
  members: Object.fromEntries(Object.entries(members).map(([code, spells]) => [code, spells.map((spell) => spelled({
    ...spell,
    ...Object.fromEntries(/** @type {const} */ (['name', 'short', 'phrase']).filter((key) => spell[key])
      .map((key) => [key, { en: textIn(/** @type {Record<string, string>} */ (spell[key]), language) }])),
  }))])),
});

/**
 * Every text in a value, with its path; of those by language the one.
 * @param {any} value
 * @param {string} language
 * @param {string} [key]
 * @returns {{ key: string, text: string }[]}
 */
function textsIn(value, language, key = '') {
  if (typeof value !== 'object' || value === null) return [{ key, text: String(value) }];
  const within = (/** @type {string} */ name) => (Array.isArray(value) ? `${key}[${name}]` : key ? `${key}.${name}` : name);
  const shown = Object.keys(value).filter((name) => !(mainLanguage in value) || name === (language in value ? language : mainLanguage));
  return shown.flatMap((name) => textsIn(value[name], language, within(name)));
}

/**
 * All that a content folder has to say in one language, in one text: for the letters in it.
 * @param {string} content
 * @param {string} language
 */
export function textsOf(content, language) {
  const files = [`strings/${language}.json`, 'councils.json',
    ...readdirSync(`${content}/scenarios`).filter((file) => file.endsWith('.json')).map((file) => `scenarios/${file}`),
    ...['stories', 'lessons'].flatMap((folder) => (existsSync(`${content}/${folder}`) ? readdirSync(`${content}/${folder}`) : [])
      .filter((file) => file.endsWith(`.${language}.json`)).map((file) => `${folder}/${file}`))];
  return files.flatMap((file) => textsIn(json(`${content}/${file}`), language)).map(({ text }) => text).join('');
}

/**
 * What the canvas may show in one language, and where each text of it stands.
 * @param {string} content
 * @param {string} language
 */
export function canvasTexts(content, language) {
  const strings = `strings/${language}.json`;
  const { chamber, plots, rules, explore } = json(`${content}/${strings}`);
  const { members } = json(`${content}/councils.json`);
  const scenarios = readdirSync(`${content}/scenarios`).filter((file) => file.endsWith('.json')).map((file) => `scenarios/${file}`);
  return [
    { file: strings, shown: { chamber, plots, rules, explore: { reform: explore.reform } } },
    { file: 'councils.json', shown: { members } },
    ...scenarios.map((file) => {
      const { draft, mandate, members: sitting } = json(`${content}/${file}`);
      return { file, shown: { draft, ...mandate && { mandate }, members: sitting } };
    }),
  ].flatMap(({ file, shown }) => textsIn(shown, language).map((text) => ({ file: `${content}/${file}`, ...text })));
}

/**
 * What modules and scripts are given of a catalogue: the sections named, one text of a section (page.permanent), or one of
 * each of its entries (rules.*.name), as JSON.
 * @param {any} words
 * @param {string[]} sections
 */
export function spoken(words, sections) {
  /** @type {Record<string, any>} */
  const given = {};
  for (const path of ['language', 'direction', ...sections]) {
    const [section, text, each] = path.split('.');
    const value = each ? Object.fromEntries(Object.entries(words[section]).map(([key, entry]) => [key, { [each]: entry[each] }]))
      : text ? words[section]?.[text] : words[section];
    if (value === undefined) throw new Error(`${words.language}.json: no ${path}`);
    given[section] = text && !each ? { ...given[section], [text]: value } : value;
  }
  return JSON.stringify(given);
}
