// A language that nobody speaks, to see whether there is room for the others: every message is English with accents on
// its letters, about 1.6 times as long, and reads from the right. The C++ tests have the same in
// tests/core/pseudo_language.h.
//
//   node tests/page/pseudo.mjs    leaves a site of both languages at build/pseudo/site
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A tag for private use. */
export const language = 'qaa';
const scenarioId = 'dprk-panel-2024';
const content = 'build/pseudo/content';

const plain = 'AEIOUYCNaeiouycn';
const accented = 'ÅÉÎÖÜÝÇÑåéîöüýçñ';
const vowels = 'AEIOUYaeiouy';

/**
 * A message of the pseudo-language; what stands in braces is kept.
 * @param {string} english
 * @returns {string}
 */
export function pseudoMessage(english) {
  let result = '';
  // Bytes read and written, as the C++ counts them.
  let from = 0;
  let to = 0;
  let place = false;
  for (const c of english) {
    place = place ? c !== '}' : c === '{';
    const letter = place ? -1 : plain.indexOf(c);
    const written = letter < 0 ? c : accented[letter];
    result += written;
    if (place || c === '}') continue;
    from += Buffer.byteLength(c);
    to += Buffer.byteLength(c);
    // Vowels make up for the letters that cannot.
    for (let more = 0; more < 4 && to * 10 < from * 16 && vowels.includes(c); ++more, ++to) result += written;
  }
  return result;
}

/** Every text of a catalogue, or of a part of it. @param {any} value @returns {any} */
function pseudoTexts(value) {
  if (typeof value === 'string') return pseudoMessage(value);
  if (Array.isArray(value)) return value.map(pseudoTexts);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pseudoTexts(each)]));
}

/** Adds the language wherever a scenario has texts by language. @param {any} value @returns {any} */
function localised(value) {
  if (Array.isArray(value)) return value.map(localised);
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value) return { ...value, [language]: pseudoTexts(value.en) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, localised(each)]));
}

/** What is read of a lesson; all else of it are ids and numbers. */
const lessonTexts = ['title', 'summary', 'licence', 'audience', 'objectives', 'themes', 'term', 'meaning', 'materials', 'words', 'notes', 'look', 'text', 'feedback',
  'task', 'hints', 'solved', 'prompts'];
/** A lesson in the language. @param {any} value @returns {any} */
function pseudoLesson(value) {
  if (Array.isArray(value)) return value.map(pseudoLesson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, lessonTexts.includes(key) ? pseudoTexts(each) : pseudoLesson(each)]));
}

/**
 * Changes a JSON file.
 * @param {string} from
 * @param {(value: any) => any} change
 * @param {string} [to]
 */
const rewrite = (from, change, to = from) => writeFileSync(to, JSON.stringify(change(JSON.parse(readFileSync(from, 'utf8')))));

/**
 * Makes the site in English and the pseudo-language out of what scripts/build has made.
 * @returns {string} its folder
 */
export function buildPseudoSite() {
  const site = 'build/pseudo/site';
  rmSync(content, { recursive: true, force: true });
  cpSync('web/content', content, { recursive: true });
  for (const file of readdirSync(`${content}/strings`)) if (file !== 'en.json') rmSync(`${content}/strings/${file}`);
  rewrite(`${content}/strings/en.json`, (english) => ({
    ...pseudoTexts(english), language, direction: 'rtl', checked: 'no', name: pseudoMessage('Mirror'),
  }), `${content}/strings/${language}.json`);
  rewrite(`${content}/stories/${scenarioId}.en.json`, pseudoTexts, `${content}/stories/${scenarioId}.${language}.json`);
  rewrite(`${content}/scenarios/${scenarioId}.json`, localised);
  // One lesson, short enough to be longer.
  rmSync(`${content}/lessons`, { recursive: true, force: true });
  cpSync('tests/fixtures/lessons/good/every-kind.en.json', `${content}/lessons/every-kind.en.json`);
  rewrite(`${content}/lessons/every-kind.en.json`, (english) => ({ ...pseudoLesson({ ...english, sources: [] }), sources: english.sources, language }), `${content}/lessons/every-kind.${language}.json`);
  execFileSync(process.execPath, ['web/site/build.mjs', 'build/council', 'build/wasm/web', site, content]);
  return site;
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) console.log(buildPseudoSite());
