// What a page costs its readers, in bytes as a good host sends them, and what it may cost (web/site/pages.mjs).
//
//   node web/site/budget.mjs [SITE_DIR]    lists every page's figures; fails where one is above its limit
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { offlineBudget } from './offline.mjs';
import { budgetIn, fileOf, idsOf, mainLanguage, pages } from './pages.mjs';

/** What a file weighs, by its path. @type {Map<string, number>} */
const weighed = new Map();
/** @param {string} path */
function compressed(path) {
  const bytes = weighed.get(path) ??
    brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  // Pages share what has a hash in its name.
  if (path.includes('/assets/')) weighed.set(path, bytes);
  return bytes;
}

/**
 * Follows what a page names, and what its scripts name in turn.
 * @param {string} site
 * @param {string} file
 * @returns {{ asleep: string[], live: string[], all: string[] }} the files that a page asks for by itself before anybody
 *     touches it, if it is one that sleeps; those that must be there before the controls live; and every file
 */
export function filesOf(site, file) {
  const html = readFileSync(join(site, file), 'utf8');
  const head = html.slice(0, html.indexOf('</head>'));
  const tags = [...head.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="(assets\/[^"]+)"[^>]*>/g)].filter(([tag]) => !tag.includes('rel="icon"'));
  const asleep = tags.filter(([tag]) => !tag.includes('rel="asset"')).map(([, path]) => path);
  // What comes only with a question that few readers have, or when they get to it.
  const later = new RegExp(`^(${pages.flatMap(({ folder, asked: scripts = [] }) => scripts.map((name) => `${folder}-${name}`)).join('|')})-`);
  const asked = /data-asset="(councils|vetoes|analysis|analysis-worker|asked-words)"/;
  const all = new Set(tags.filter(([tag]) => !asked.test(tag)).map(([, path]) => path));
  for (const path of all) {
    if (!path.endsWith('.js')) continue;
    for (const [, name] of readFileSync(join(site, path), 'utf8').matchAll(/["']\.\/([\w-]+\.js)["']/g)) {
      if (existsSync(join(site, 'assets', name)) && !later.test(name)) all.add(`assets/${name}`);
    }
  }
  const live = [...all].filter((path) => !/\/(fonts|letters|chamber|gallery|words|members|vetoes|[a-z]+-(later|given|publisher))-/.test(path));
  return { asleep: [file, ...asleep], live: [file, ...live], all: [file, ...all] };
}

/** What a page may load in KiB when it is asked for an analysis: the module and its worker. */
const analysisBudget = 25;

/** The figures of those. @param {string} site */
function analysisIn(site) {
  const [present] = readFileSync(join(site, 'assets.txt'), 'utf8').split('\n\n');
  const files = present.split('\n').filter((path) => /\/analysis(-worker)?-\w+\.\w+$/.test(path));
  const all = files.reduce((bytes, each) => bytes + compressed(join(site, each)), 0);
  return { file: 'analysis', asleep: 0, live: 0, all, budget: /** @type {Partial<import('./pages.mjs').Row['budget']>} */ ({ all: analysisBudget }), files };
}

/**
 * The pages that are weighed, each with its budget: all of the main language; of another, which has the same scripts and
 * pictures, the longest of each kind.
 * @param {string} site
 */
export function weighedIn(site) {
  const [vote, lesson] = ['scenarios', 'lessons'].map((folder) => readdirSync(join(site, folder)).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []));
  const languages = readdirSync(site).flatMap((file) => /^index\.(.+)\.html$/.exec(file)?.[1] ?? []);
  const sizeOf = (/** @type {string} */ file) => statSync(join(site, file)).size;
  return [mainLanguage, ...languages].flatMap((language) => pages.flatMap(({ name, of, budget }) => {
    const files = idsOf({ name, of }, { vote, lesson }, '').map((id) => fileOf(name, language, id));
    const some = language === mainLanguage || files.length === 0 ? files : [files.reduce((a, b) => (sizeOf(a) < sizeOf(b) ? b : a))];
    return some.map((file) => ({ file, budget: budgetIn(budget, language) }));
  }));
}

/**
 * The figures of those pages, and of the analysis.
 * @param {string} site
 */
export function figuresOf(site) {
  return [...weighedIn(site).map(({ file, budget }) => {
    const { asleep, live, all } = filesOf(site, file);
    const sum = (/** @type {string[]} */ files) => files.reduce((bytes, each) => bytes + compressed(join(site, each)), 0);
    return { file, asleep: sum(asleep), live: sum(live), all: sum(all), budget, files: all };
  }), analysisIn(site)];
}

const kinds = /** @type {const} */ ({ asleep: 'before the first touch', live: 'with live controls', all: 'in all' });

/** @param {ReturnType<typeof figuresOf>} figures @returns {string[]}  a line for each limit that is passed */
export const overBudget = (figures) => figures.flatMap(({ file, budget, ...bytes }) =>
  /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds)).filter((which) => bytes[which] > (budget[which] ?? Infinity) * 1024).map((which) =>
    `${file}: ${(bytes[which] / 1024).toFixed(2)} KiB ${kinds[which]}, at most ${budget[which]}`));

/** Files that are whole sites, and what they weigh as they lie on a disk. @param {string} site */
export const aloneIn = (site) => readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => /offline.*\.html$|\.zip$/.test(file)).sort()
  .map((file) => ({ file, kib: statSync(join(site, file)).size / 1024 }));

/** @param {ReturnType<typeof aloneIn>} files @returns {string[]} a line for each that is too large */
export const tooLarge = (files) => files.filter(({ kib }) => kib > offlineBudget).map(({ file, kib }) => `${file}: ${kib.toFixed(2)} KiB on disk, at most ${offlineBudget}`);

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const figures = figuresOf(process.argv[2] ?? 'build/site');
  for (const { file, budget, files, ...bytes } of figures) {
    const told = /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds)).filter((which) => budget[which])
      .map((which) => `${(bytes[which] / 1024).toFixed(2)} KiB ${kinds[which]}`);
    console.log(`${file}: ${told.join(', ')}, ${files.length} files`);
  }
  const alone = aloneIn(process.argv[2] ?? 'build/site');
  for (const { file, kib } of alone) console.log(`${file}: ${kib.toFixed(2)} KiB on disk`);
  const lines = [...overBudget(figures), ...tooLarge(alone)];
  for (const line of lines) console.error(line);
  process.exitCode = lines.length > 0 ? 1 : 0;
}
