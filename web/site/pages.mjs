// The pages of the site, one row each. The build is a loop over them; the byte gate, the policy, the sitemap and the
// tests' list of pages read them, too. A new page is a folder of web/page and a row here.

/** @typedef {keyof typeof import('./assets.mjs').loading} Asset */

/**
 * @typedef {object} Row
 * @property {string} name  of its file; in another language NAME.LANG.html
 * @property {string} folder  of web/page, with its body (page.html) and its first script (script.js)
 * @property {string[]} styles  files of web/page, in order; print.css is for paper alone
 * @property {string[]} words  the sections of the catalogue that its scripts and modules are given
 * @property {Asset[]} assets  what its scripts find the names of, in the order in which the page asks for them
 * @property {Asset[]} preloads  those that the page asks for by itself, ahead of its scripts. Modules are no good for it in
 *     a frame: in a sandbox, which has no origin, what a script asks for is not what the page asked for, and comes twice
 * @property {'article' | 'frame'} kind  a frame stands in somebody's page: no crawler shall list it
 * @property {{ live: number, all: number }} budget  KiB compressed: with live controls, before the canvas; with all of it
 */

/** What the council module speaks with, and what the chamber writes on the picture. */
const spoken = ['list', 'decision', 'article', 'decisive', 'change', 'chamber'];

/** @type {Row[]} */
export const pages = [
  {
    name: 'index',
    folder: 'explainer',
    styles: ['styles/style.css', 'explainer/page.css', 'styles/print.css'],
    words: spoken,
    assets: ['council', 'fonts', 'chamber', 'chamber-wasm'],
    preloads: ['council', 'fonts', 'chamber', 'chamber-wasm'],
    kind: 'article',
    budget: { live: 30, all: 163 },
  },
  {
    name: 'embed',
    folder: 'embed',
    styles: ['styles/style.css', 'embed/page.css', 'styles/print.css'],
    words: spoken,
    assets: ['council', 'fonts', 'chamber', 'chamber-wasm'],
    preloads: ['fonts', 'chamber'],
    kind: 'frame',
    budget: { live: 26, all: 165 },
  },
];

/** The language whose pages carry no tag in their names. */
export const mainLanguage = 'en';

/** @param {Row} row @param {string} language */
export const fileOf = ({ name }, language) => (language === mainLanguage ? `${name}.html` : `${name}.${language}.html`);

/** How the page leads to another, as short as can be. @param {string} file */
export const hrefOf = (file) => (file === 'index.html' ? './' : file);
