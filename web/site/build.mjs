// Makes the published folder out of what the compilers made and what stands in web/: the pages of web/site/pages.mjs in
// every language of the content's catalogues, with styles, words and pictures in place; assets, scenarios, cards; and the
// policy that a host may send with all of it.
//
//   node web/site/build.mjs COUNCIL WASM_DIR SITE_DIR [CONTENT_DIR]    (scripts/build calls it so)
//
// SITE_URL in the environment is where the site will be published; with it, crawlers get whole addresses and a sitemap.
// SITE_DIR may hold the release before: its assets stay for one more, for readers who still have its pages.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, coloursIn, headScript, heightsIn, keepPrevious, shareAssets, styleOf } from './assets.mjs';
import { addressOf, cardOf, pageIn } from './page.mjs';
import { fileOf, hrefOf, pages } from './pages.mjs';
import { pictures } from './poster.mjs';
import { voteIn } from './vote.mjs';
import { cataloguesOf, json, storiesOf, textsOf } from './words.mjs';

const [council, wasm, site, content = 'web/content'] = process.argv.slice(2);
/** The still pictures are laid out for the narrowest phones, for today's, and for everything wide. */
const posterWidths = { slim: 320, narrow: 390, wide: 800 };

/** The vote that the site opens with. */
const opening = readFileSync(`${content}/opening`, 'utf8').trim();
const scenarioFile = `${content}/scenarios/${opening}.json`;
if (!existsSync(scenarioFile)) throw new Error(`${content}/opening: found ${opening}, expected the name of a file of ${content}/scenarios`);
const scenario = json(scenarioFile);
const catalogues = cataloguesOf(content);
// The command knows what places and plural forms a message must have in its language.
const [model, ...others] = catalogues.map(({ language }) => `${content}/strings/${language}.json`);
if (others.length > 0) execFileSync(council, ['check', '--against', model, ...others], { stdio: 'inherit' });
const stories = storiesOf(content, opening, catalogues);
const predictionsFile = `${content}/predictions/${opening}.json`;
const predictions = existsSync(predictionsFile) ? json(predictionsFile) : {};

const making = `${site}.new`;
rmSync(making, { recursive: true, force: true });
mkdirSync(making, { recursive: true });

const picture = pictures(council, scenarioFile);
const palette = picture.palette();
const scripts = new Map(await Promise.all(pages.map(async (row) => /** @type {const} */ ([row, await bundle(making, row.folder)]))));
const head = headScript();
const hashOf = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** Of the styles in the pages, for the policy. @type {Set<string>} */
const hashes = new Set();

for (const words of catalogues) {
  const { language } = words;
  const assets = shareAssets(making, wasm, palette, textsOf(content, language));
  const catalogue = `${content}/strings/${language}.json`;
  const posters = Object.entries(posterWidths).map(([name, width]) => picture.inline(catalogue, name, width)).join('');
  const made = `${coloursIn(palette)}\n${heightsIn(picture.heights(catalogue))}`;
  for (const row of pages) {
    const style = styleOf([...(catalogues.length > 1 ? ['styles/languages.css'] : []), ...row.styles], made);
    hashes.add(hashOf(style));
    writeFileSync(join(making, fileOf(row, language)), pageIn(row, {
      words, catalogues, scenario, posters, style, head, assets,
      vote: await voteIn({ scenario, stories, predictions }, words, row.words, join(wasm, 'council.wasm')),
      script: scripts.get(row) ?? '',
      chamberBytes: statSync(join(wasm, 'chamber.wasm')).size,
    }));
  }
  picture.card(catalogue, join(making, cardOf(language)));
}

mkdirSync(join(making, 'scenarios'));
for (const file of readdirSync(`${content}/scenarios`)) {
  writeFileSync(join(making, 'scenarios', file), JSON.stringify(json(`${content}/scenarios/${file}`)));
}
writeFileSync(join(making, 'content-security-policy.txt'), `default-src 'none'; script-src 'self' ${hashOf(head)} 'wasm-unsafe-eval'; ` +
  `style-src 'self' ${[...hashes].join(' ')}; font-src data:; connect-src 'self'; img-src 'self'\n`);
if (process.env.SITE_URL) {
  const listed = pages.filter(({ kind }) => kind !== 'frame').flatMap((row) => catalogues.map(({ language }) => fileOf(row, language)));
  writeFileSync(join(making, 'sitemap.xml'), `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed.map((file) => `<url><loc>${addressOf(hrefOf(file)).replaceAll('&', '&amp;')}</loc></url>`).join('\n')}
</urlset>
`);
} else {
  console.log('SITE_URL is not set: no sitemap, and crawlers are told paths instead of addresses.');
}
keepPrevious(site, making, readdirSync(join(making, 'assets')).map((file) => `assets/${file}`));
// Whole or not at all: the old site stands until the new one is complete.
rmSync(site, { recursive: true, force: true });
renameSync(making, site);
