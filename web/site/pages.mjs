// The pages of the site, one row each. The build is a loop over them; the byte gate, the policy, the sitemap and the
// tests' list of pages read them, too. A new page is a folder of web/page and a row here.

/**
 * @typedef {object} Row
 * @property {string} name  of its file; in another language NAME.LANG.html
 * @property {string} folder  of web/page, with its body (page.html) and its first script (script.js)
 * @property {string[]} styles  files of web/page, in order; print.css is for paper alone
 * @property {string[]} words  the sections of the catalogue that its scripts and modules are given
 * @property {(keyof typeof import('./assets.mjs').loading)[]} assets  what its scripts find the names of, in the order in
 *     which the page asks for them
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
    kind: 'article',
    budget: { live: 30, all: 163 },
  },
  {
    name: 'embed',
    folder: 'embed',
    styles: ['styles/style.css', 'embed/page.css', 'styles/print.css'],
    words: spoken,
    assets: ['council', 'fonts', 'chamber', 'chamber-wasm'],
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
