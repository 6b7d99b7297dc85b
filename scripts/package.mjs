// Packs a built site into what is published: a package for npm and an archive of the site alone, both with the licences and
// a bill of materials of what is inside. The same content makes the same bytes, whenever and wherever it is packed.
//
//   node scripts/package.mjs SITE_DIR OUT_DIR    (scripts/release calls it so)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { componentsOf, licencesOf, sbomOf, toolsOf } from './components.mjs';

const name = 'veto-explainer';
const licence = 'MIT AND CC-BY-4.0';
const description = 'Change each vote of the UN Security Council and see what the rule makes of it: an element for articles, and the site that it shows.';
/** What npm gives every file; a day of no meaning. */
const day = '1985-10-26 08:15:00 UTC';

/** @param {string} version */
const manifestOf = (version) => ({
  name, version, description, license: licence, type: 'module',
  exports: {
    '.': { types: `./${name}.d.ts`, default: `./${name}.js` },
    './site/*': './site/*',
    './sbom.cdx.json': './sbom.cdx.json',
    './package.json': './package.json',
  },
  types: `./${name}.d.ts`,
  files: [`${name}.js`, `${name}.d.ts`, 'site', 'CHANGELOG.md', 'THIRD-PARTY-LICENSES.txt', 'sbom.cdx.json'],
});

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** A folder as an archive that knows no more than names and content. @param {string} folder @param {string} archive */
function pack(folder, archive) {
  execFileSync('tar', ['--create', '--format=ustar', '--sort=name', `--mtime=${day}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX',
    '--use-compress-program=gzip -n9', `--file=${resolve(archive)}`, `--directory=${join(folder, '..')}`, basename(folder)]);
  return archive;
}

/**
 * @param {object} given
 * @param {string} given.site  the folder as the build left it, new: without what an older release had
 * @param {string} given.types  the element's
 * @param {string} given.out  a folder
 * @param {string} given.version
 * @param {Record<string, string>} given.inputs  what else decides the bytes, such as the commit
 * @param {import('./components.mjs').Component[]} given.components
 * @param {import('./components.mjs').Tool[]} given.tools
 * @returns {{ npm: string, archive: string }} the files that were made
 */
export function packAll({ site, types, out, version, inputs, components, tools }) {
  const element = join(site, `${name}.js`);
  for (const [file, maker] of [[element, 'web/site/build.mjs'], [join(site, `${name}-${version}.js`), 'web/site/build.mjs'], [types, 'the element']]) {
    if (!existsSync(file)) throw new Error(`${file}: not found, expected it from ${maker}`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'veto-package-'));
  try {
    const archive = join(scratch, `${name}-${version}`);
    cpSync(site, join(archive, 'site'), { recursive: true });
    copyFileSync('LICENSE', join(archive, 'LICENSE'));
    writeFileSync(join(archive, 'THIRD-PARTY-LICENSES.txt'), licencesOf(components));
    writeFileSync(join(archive, 'sbom.cdx.json'), json(sbomOf({ product: { name, version, licence, description }, inputs, components, tools })));

    // The same for npm, which wants a folder of this name, and more beside.
    const npm = join(scratch, 'package');
    cpSync(archive, npm, { recursive: true });
    for (const file of ['README.md', 'CHANGELOG.md']) copyFileSync(file, join(npm, file));
    copyFileSync(element, join(npm, `${name}.js`));
    copyFileSync(types, join(npm, `${name}.d.ts`));
    writeFileSync(join(npm, 'package.json'), json(manifestOf(version)));

    mkdirSync(out, { recursive: true });
    return { npm: pack(npm, join(out, `${name}-${version}.tgz`)), archive: pack(archive, join(out, `${name}-${version}.tar.gz`)) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [site, out] = process.argv.slice(2);
  const told = (/** @type {string} */ command, /** @type {string[]} */ ...options) => execFileSync(command, options, { encoding: 'utf8' }).trim();
  const [, version] = told('build/council', '--version').split(' ');
  const cache = 'build/wasm/CMakeCache.txt';
  const made = packAll({
    site, out, version, types: `web/element/${name}.d.ts`,
    inputs: {
      commit: told('git', 'rev-parse', 'HEAD'),
      ...process.env.SITE_URL ? { 'site-url': process.env.SITE_URL } : {}, ...process.env.REPORT_URL ? { 'report-url': process.env.REPORT_URL } : {},
    },
    components: componentsOf(cache), tools: toolsOf(cache),
  });
  const hashOf = (/** @type {string} */ algorithm, /** @type {string} */ file, /** @type {'hex' | 'base64'} */ form) =>
    createHash(algorithm).update(readFileSync(file)).digest(form);
  for (const file of Object.values(made)) console.log(`${hashOf('sha256', file, 'hex')}  ${file}`);
  console.log(`${name}-${version}.js: integrity="sha384-${hashOf('sha384', join(site, `${name}-${version}.js`), 'base64')}"`);
}
