// <veto-explainer>, in one file that articles load: the newest, and under its version, which never changes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { bundled } from './assets.mjs';
import { addressOf } from './page.mjs';

/** @param {Record<'light' | 'dark', Record<string, string>>} palette */
function styleOf({ light, dark }) {
  const colours = (/** @type {Record<string, string>} */ inks) => ['paper', 'ink', 'line'].map((ink) => `--${ink}: ${inks[ink]};`).join(' ');
  const text = `:host { color-scheme: light dark; ${colours(light)} }
    @media (prefers-color-scheme: dark) { :host(:not([theme=light])) { ${colours(dark)} } }
    :host([theme=dark]) { ${colours(dark)} }\n${readFileSync('web/element/style.css', 'utf8')}`;
  return esbuild.transformSync(text, { loader: 'css', minify: true }).code.trim();
}

/**
 * @param {string} making  the site
 * @param {object} given
 * @param {string} given.council  the command, which knows the version
 * @param {any[]} given.catalogues  the main language's first
 * @param {Record<'light' | 'dark', Record<string, string>>} given.palette
 * @param {string} given.opening
 * @returns {Promise<{ versioned: string, integrity: string }>}  the file that never changes, and what a page may hold it to
 */
export async function makeElement(making, { council, catalogues, palette, opening }) {
  const [, version] = execFileSync(council, ['--version'], { encoding: 'utf8' }).trim().split(' ');
  const site = {
    base: process.env.SITE_URL ? addressOf('./') : './',
    opening,
    words: Object.fromEntries(catalogues.map(({ language, direction, element, given: { mark, show } }) => [language, { direction, ...element, mark, show }])),
    style: styleOf(palette),
  };
  const script = await bundled('web/element/veto-explainer.js', { format: 'iife', charset: 'ascii', define: { SITE: JSON.stringify(site) } });
  const versioned = `veto-explainer-${version}.js`;
  for (const name of ['veto-explainer.js', versioned]) writeFileSync(join(making, name), script);
  return { versioned, integrity: `sha384-${createHash('sha384').update(script).digest('base64')}` };
}
