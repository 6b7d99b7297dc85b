// The catalogues, checked: what one language has, every language has.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mainLanguage } from './pages.mjs';

/** @param {string} path */
export const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What is wrong with the content, in a sentence that names the place: nothing to do with the build itself. */
export class BadContent extends Error {}

/**
 * A place in a file, as FILE:LINE:COLUMN.
 * @param {string} file
 * @param {string} text  as it is once read, or a key with its colon
 * @param {string} [letter]  of the text: its own place
 */
export function placeOf(file, text, letter) {
  const all = readFileSync(file, 'utf8');
  const start = Math.max(0, ...[text, JSON.stringify(text).slice(1, -1)].map((each) => all.indexOf(each)));
  const before = all.slice(0, letter ? Math.max(start, all.indexOf(letter, start)) : start).split('\n');
  return `${file}:${before.length}:${[...before[before.length - 1]].length + 1}`;
}

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
  if (faults.length > 0) throw new BadContent(faults.join('\n'));
}

/** The plural forms that are somewhere in a catalogue. @param {any} value @returns {string[]} */
const formsIn = (value) => (typeof value !== 'object' ? [] : isPlural(value) ? Object.keys(value) : Object.values(value).flatMap(formsIn));

/**
 * Throws where the plural forms of a catalogue, which are those that the command knows of, are not the language's own.
 * @param {string} file
 * @param {any} catalogue  of that file
 */
function knowPlurals(file, catalogue) {
  const { language } = catalogue;
  const rules = new Intl.PluralRules(language);
  const forms = new Set(Array.from({ length: 1000 }, (_, n) => rules.select(n)));
  const expected = categories.filter((category) => forms.has(/** @type {any} */ (category))).join(', ');
  const given = formsIn(catalogue);
  const found = categories.filter((category) => given.includes(category)).join(', ');
  if (found !== expected) throw new BadContent(`${placeOf(file, '"language":')}: language: found the plural forms ${found}, expected ${expected}, those of ${language}, which plural_category in core/words.cpp has to know`);
}

/** A file that says otherwise than its name. @param {string} file @param {string} key @param {unknown} found @param {string} expected */
const misnamed = (file, key, found, expected) =>
  new BadContent(`${placeOf(file, `"${key}"`)}: ${key}: found "${found}", expected "${expected}", as the file is named`);

/** @param {string[]} parts @param {string} folder */
const read = (parts, folder) => Object.fromEntries(parts.map((file) => [file, json(`${folder}/${file}`)]));

/**
 * The catalogues of a content folder, by language, the main one first.
 * @param {string} content
 * @returns {any[]}
 */
export function cataloguesOf(content) {
  const files = read(readdirSync(`${content}/strings`).filter((file) => file.endsWith('.json')), `${content}/strings`);
  for (const [file, { language, checked }] of Object.entries(files)) {
    const path = `${content}/strings/${file}`;
    if (`${language}.json` !== file) throw misnamed(path, 'language', language, file.replace('.json', ''));
    if (!['yes', 'no'].includes(checked)) throw new BadContent(`${placeOf(path, '"checked":')}: checked: found "${checked}", expected "yes" or "no"`);
  }
  compare(files);
  for (const [file, catalogue] of Object.entries(files)) knowPlurals(`${content}/strings/${file}`, catalogue);
  // Whoever tries something out may do with fewer: VETO_LANGUAGES="en fr".
  const wanted = process.env.VETO_LANGUAGES?.split(' ').filter(Boolean);
  const spoken = Object.values(files).map(({ language }) => language);
  const unknown = wanted?.filter((each) => !spoken.includes(each)) ?? [];
  if (unknown.length > 0) throw new BadContent(`VETO_LANGUAGES: found ${unknown.join(' ')}, expected some of ${spoken.join(' ')}`);
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
  const missing = catalogues.map(({ language }) => fileOf(language)).filter((file) => !existsSync(`${content}/stories/${file}`));
  if (missing.length > 0) throw new BadContent(`${content}/stories: found no ${missing.join(', ')}, expected the story of ${id} in every language of the site`);
  const files = read(catalogues.map(({ language }) => fileOf(language)), `${content}/stories`);
  compare(files);
  return Object.fromEntries(catalogues.map(({ language }) => [language, files[fileOf(language)]]));
}

/**
 * The files of a content folder's lessons, by id; each has to be there in every language.
 * @param {string} content
 * @param {any[]} catalogues
 * @returns {Map<string, Record<string, string>>}  files by language
 */
export function lessonFilesOf(content, catalogues) {
  const folder = `${content}/lessons`;
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const ids = [...new Set(files.map((file) => file.split('.')[0]))].sort();
  return new Map(ids.map((id) => [id, Object.fromEntries(catalogues.map(({ language }) => {
    const file = `${id}.${language}.json`;
    if (!files.includes(file)) {
      throw new BadContent(`${folder}: found ${files.filter((each) => each.startsWith(`${id}.`)).join(', ')} and no ${file}, expected the lesson in every language of the site, or fewer languages: VETO_LANGUAGES=en`);
    }
    return [language, `${folder}/${file}`];
  }))]));
}

/** What of a lesson is the same in every language, by path: all but its words. @param {any} value @param {string} [path] @returns {Record<string, string>} */
function shapeOf(value, path = '') {
  if (Array.isArray(value)) {
    return Object.assign({ [path]: `${value.length}` }, ...(path.endsWith('steps') || path.endsWith('choices') ? value.map((each, i) => shapeOf(each, `${path}[${i}]`)) : []));
  }
  if (typeof value === 'object') return Object.assign({}, ...Object.entries(value).map(([key, each]) => shapeOf(each, path ? `${path}.${key}` : key)));
  return { [path]: typeof value !== 'string' || /(^|\.)(id|kind|vote|rule|outcome|reason)$|\.(votes|solution)\.\w+$/.test(path) ? String(value) : 'words' };
}

/**
 * The lessons of a content folder, by id, each by language: the same steps in each.
 * @param {ReturnType<typeof lessonFilesOf>} files  good ones
 * @returns {Map<string, Record<string, any>>}
 */
export const lessonsOf = (files) => new Map([...files].map(([id, byLanguage]) => {
  const lessons = Object.fromEntries(Object.entries(byLanguage).map(([language, file]) => {
    const { $schema: _schema, ...lesson } = json(file);
    for (const [key, name] of Object.entries({ id, language })) {
      if (lesson[key] !== name) throw misnamed(file, key, lesson[key], name);
    }
    return [language, lesson];
  }));
  // Materials, sources and themes may be others.
  const shapes = Object.entries(lessons).map(([language, { language: _own, materials: _materials, sources: _sources, themes: _themes, ...same }]) => ({ language, shape: shapeOf(same) }));
  const model = shapes.find(({ language }) => language === mainLanguage)?.shape ?? {};
  const faults = shapes.flatMap(({ language, shape }) =>
    Object.keys({ ...model, ...shape }).filter((path) => model[path] !== shape[path]).map((path) => `${byLanguage[language]}: ${path}: found ${shape[path] ?? 'nothing'}, expected ${model[path] ?? 'nothing'}, as in ${byLanguage[mainLanguage]}`));
  if (faults.length > 0) throw new BadContent(faults.join('\n'));
  return [id, lessons];
}));

/** The words that a lesson explains, where it explains any. @param {any} lesson */
export const keyTermsOf = ({ terms }) => terms.length > 0 && { all: terms };

/** Names and titles that are there in other languages, but not in this one, as the main one has them. @param {any} value @param {string} language @returns {string[]} */
export const untranslatedIn = (value, language) => (typeof value !== 'object' || value === null ? []
  : mainLanguage in value && !(language in value) ? [value[mainLanguage]] : Object.values(value).flatMap((each) => untranslatedIn(each, language)));

/** @param {Record<string, string>} texts @param {string} language */
export const textIn = (texts, language) => texts[language] ?? texts[mainLanguage];

/** The official languages, in which the United Nations publish their documents. */
const official = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
/** The address of a document in a language, where the United Nations have one for each. @param {string} url @param {string} language */
export const documentIn = (url, language) => (official.includes(language) ? url.replace(/^(https:\/\/(?:(?:undocs|docs\.un)\.org\/|www\.un\.org\/(?=en\/about-us\/un-charter\/)))en\//, `$1${language}/`) : url);
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
