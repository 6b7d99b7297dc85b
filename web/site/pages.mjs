// The pages of the site, one row each. The build is a loop over them; the byte gate, the policy, the sitemap and the
// tests' list of pages read them, too. A new page is a folder of web/page and a row here.
import { mainLanguage, tagOf } from '../page/modules/language.js';

/** @typedef {keyof typeof import('./assets.mjs').loading} Asset */

/**
 * @typedef {object} Row
 * @property {string} name  of its file; in another language NAME.LANG.html. One that holds {id} is a page for each vote,
 *     all others are of the vote that the site opens with
 * @property {'lesson'} [of]  what else it is a page for each of
 * @property {string} folder  of web/page, with its body (page.html) and its first script (script.js), if it has one
 * @property {string[]} styles  files of web/page, in order; print.css is for paper alone
 * @property {string[]} words  the sections of the catalogue that its scripts and modules are given
 * @property {Asset[]} assets  what its scripts find the names of, in the order in which the page asks for them
 * @property {Asset[]} preloads  those that the page asks for by itself, ahead of its scripts. Modules are no good for it in
 *     a frame: in a sandbox, which has no origin, what a script asks for is not what the page asked for, and comes twice
 * @property {string[]} [named]  other scripts of its folder that the head names: its first one is no module then, and asks
 *     for them by whole addresses
 * @property {string} [later]  the script of its folder that stands in the place of later.js
 * @property {string[]} [asked]  scripts of its folder that come when a reader gets to what they do, and not before: they are
 *     no part of its budget
 * @property {'article' | 'frame'} kind  a frame stands in somebody's page: no crawler shall list it
 * @property {string} [whole]  the name of the page that tells more
 * @property {string} [frame]  the name of the page that hosts show in its place
 * @property {boolean} [bare]  whether its picture shows the vote alone, without what hangs on it: any vote has room there
 * @property {boolean} [compact]  whether the rows of its picture, where that is narrow, stand closer
 * @property {boolean} [offline]  whether it stands in the offline file, too (offline.mjs)
 * @property {{ asleep?: number, live: number, all: number }} budget  KiB compressed: before the first touch; with live
 *     controls, before the canvas; with all of it
 */

/** What the council module speaks with, and what the chamber writes on the picture. */
const spoken = ['list', 'decision', 'article', 'decisive', 'change', 'chamber'];
/** @type {Asset[]} */
const modules = ['council', 'fonts', 'chamber', 'chamber-wasm'];
const styles = ['style', 'article', 'members', 'opening'].map((name) => `styles/${name}.css`);
const article = { words: spoken, assets: modules, preloads: modules, kind: /** @type {const} */ ('article') };
/** A frame asks for nothing before it is touched. */
const frame = {
  folder: 'embed',
  styles: ['styles/style.css', 'embed/page.css'],
  words: ['list', 'decision', 'decisive', 'change', 'given.untitled', 'given.missing', 'given.mark', 'page.permanent', 'rules.*.name', 'lesson.ruled'],
  assets: /** @type {Asset[]} */ ([...modules, 'picture-words', 'councils', 'members']),
  preloads: [],
  named: ['live', 'given', 'publisher'],
  kind: /** @type {const} */ ('frame'),
  bare: true,
  compact: true,
  budget: { asleep: 10, live: 26, all: 165 },
};

const lesson = {
  of: /** @type {const} */ ('lesson'),
  folder: 'lesson',
  styles: ['styles/style.css', 'styles/article.css', 'styles/projector.css', 'styles/terms.css', 'lesson/page.css'],
  words: ['list', 'decision', 'chamber', 'lesson.told', 'page.permanent'],
  assets: /** @type {Asset[]} */ (['lesson', 'fonts', 'chamber', 'chamber-wasm']),
  bare: true,
  budget: { live: 35, all: 170 },
};

/** @type {Row[]} */
export const pages = [
  {
    name: 'index',
    folder: 'explainer',
    styles: [...styles, 'styles/story.css', 'explainer/page.css', 'styles/print.css'],
    ...article,
    frame: 'embed-{id}',
    offline: true,
    budget: { live: 30, all: 163 },
  },
  {
    name: 'vote-{id}',
    folder: 'vote',
    styles: [...styles, 'styles/story.css', 'vote/page.css', 'styles/print.css'],
    ...article,
    whole: 'index',
    frame: 'embed-{id}',
    budget: { live: 30, all: 165 },
  },
  {
    name: 'explore',
    folder: 'explore',
    styles: [...styles, 'styles/tabs.css', 'explore/page.css', 'styles/print.css'],
    ...article,
    words: [...spoken, 'rules.*.name', 'plots', 'explore.told', 'explore.needed', 'given.untitled', 'given.missing', 'page.permanent'],
    assets: ['council', 'fonts', 'gallery', 'gallery-wasm', 'councils', 'vetoes', 'analysis', 'analysis-worker', 'asked-words'],
    preloads: ['council', 'fonts', 'gallery', 'gallery-wasm'],
    asked: ['figures', 'compare', 'reform', 'take'],
    whole: 'index',
    bare: true,
    budget: { live: 45, all: 190 },
  },
  {
    name: 'editors',
    folder: 'editors',
    styles: ['styles/style.css', 'styles/article.css', 'styles/members.css', 'styles/tabs.css', 'editors/page.css', 'styles/print.css'],
    ...article,
    words: [...spoken, 'rules.*.name', 'vote', ...['open', 'wordpress_none', 'columns', 'roll', 'marked'].map((key) => `editors.${key}`), 'given.untitled', 'given.mark', 'lesson.ruled'],
    assets: [...modules, 'councils'],
    preloads: ['fonts'],
    budget: { live: 30, all: 165 },
  },
  {
    name: 'lesson-{id}',
    ...lesson,
    kind: 'article',
    assets: [...lesson.assets, 'asked-words'],
    asked: ['present', 'ballot'],
    preloads: ['lesson', 'fonts', 'chamber', 'chamber-wasm'],
    whole: 'index',
    frame: 'embed-lesson-{id}',
    offline: true,
  },
  {
    name: 'teach',
    folder: 'teach',
    styles: ['styles/style.css', 'styles/article.css', 'styles/terms.css', 'teach/page.css', 'styles/print.css'],
    words: [],
    assets: ['fonts'],
    preloads: ['fonts'],
    kind: 'article',
    whole: 'index',
    budget: { live: 30, all: 165 },
  },
  { name: 'embed', ...frame, whole: 'index' },
  { name: 'embed-{id}', ...frame, whole: 'vote-{id}' },
  // Whoever frames a lesson wants one: it does not sleep.
  { name: 'embed-lesson-{id}', ...lesson, kind: 'frame', assets: [...lesson.assets, 'asked-words'], asked: ['added', 'ballot'], preloads: [], named: ['later'], later: 'framed', whole: 'lesson-{id}' },
];

export { mainLanguage, tagOf };

/**
 * What a language may add to each page's budget, KiB: its words, which are longer or in letters of more bytes, and its
 * letters on the canvas.
 * @type {Record<string, { words: number, letters: number }>}
 */
const more = { ru: { words: 5, letters: 10 }, ar: { words: 5, letters: 15 }, zh: { words: 5, letters: 60 } };

/** A page's budget in a language. @param {Row['budget']} budget @param {string} language @returns {Row['budget']} */
export function budgetIn({ asleep, live, all }, language) {
  if (language === mainLanguage) return { asleep, live, all };
  const { words, letters } = more[language] ?? { words: 3, letters: 0 };
  return { ...asleep && { asleep: asleep + words }, live: live + words, all: all + words + letters };
}

/** @param {string} name @param {string} language @param {string} id  of what it is a page of */
export const fileOf = (name, language, id) => `${name.replace('{id}', id)}${tagOf(language)}.html`;

/**
 * What a page is made for each of.
 * @param {Pick<Row, 'name' | 'of'>} row
 * @param {Record<'vote' | 'lesson', string[]>} all  ids
 * @param {string} opening  the vote of pages that are one
 */
export const idsOf = ({ name, of }, all, opening) => (name.includes('{id}') ? all[of ?? 'vote'] : [opening]);

/** How the page leads to another, as short as can be. @param {string} file */
export const hrefOf = (file) => (file === 'index.html' ? './' : file);
