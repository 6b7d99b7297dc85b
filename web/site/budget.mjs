// What a page costs its readers, in bytes as a good host sends them, and what it may cost (web/site/pages.mjs).
//
//   node web/site/budget.mjs [SITE_DIR]    lists every page's figures; fails where one is above its limit
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { pages } from './pages.mjs';

/** @param {string} path */
const compressed = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * Follows what a page names, and what its scripts name in turn.
 * @param {string} site
 * @param {string} file
 * @returns {{ live: string[], all: string[] }} the files that must be there before the controls live, and every file
 */
export function filesOf(site, file) {
  const html = readFileSync(join(site, file), 'utf8');
  const head = html.slice(0, html.indexOf('</head>'));
  const tags = [...head.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="(assets\/[^"]+)"[^>]*>/g)].filter(([tag]) => !tag.includes('rel="icon"'));
  const live = tags.filter(([tag]) => !tag.includes('data-asset') || tag.includes('data-asset="council"')).map(([, path]) => path);
  const all = new Set(tags.map(([, path]) => path));
  for (const path of all) {
    if (!path.endsWith('.js')) continue;
    for (const [, name] of readFileSync(join(site, path), 'utf8').matchAll(/["']\.\/([\w-]+\.js)["']/g)) {
      if (existsSync(join(site, 'assets', name))) all.add(`assets/${name}`);
    }
  }
  return { live: [file, ...live], all: [file, ...all] };
}

/**
 * The figures of every page in the main language: others may add their own letters.
 * @param {string} site
 */
export const figuresOf = (site) => pages.map((row) => {
  const file = `${row.name}.html`;
  const { live, all } = filesOf(site, file);
  const sum = (/** @type {string[]} */ files) => files.reduce((bytes, each) => bytes + compressed(join(site, each)), 0);
  return { file, live: sum(live), all: sum(all), budget: row.budget, files: all };
});

/** @param {ReturnType<typeof figuresOf>} figures @returns {string[]} a line for each limit that is passed */
export const overBudget = (figures) => figures.flatMap(({ file, budget, ...bytes }) =>
  /** @type {const} */ (['live', 'all']).filter((which) => bytes[which] > budget[which] * 1024).map((which) =>
    `${file}: ${(bytes[which] / 1024).toFixed(2)} KiB ${which === 'live' ? 'with live controls' : 'in all'}, at most ${budget[which]}`));

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const figures = figuresOf(process.argv[2] ?? 'build/site');
  for (const { file, live, all, files } of figures) {
    console.log(`${file}: ${(live / 1024).toFixed(2)} KiB with live controls, ${(all / 1024).toFixed(2)} KiB in all, ${files.length} files`);
  }
  for (const line of overBudget(figures)) console.error(line);
  process.exitCode = overBudget(figures).length > 0 ? 1 : 0;
}
