// One page in one language: its templates, filled.
import { readFileSync, readdirSync } from 'node:fs';
import { fileOf, hrefOf, mainLanguage, tagOf } from './pages.mjs';
import { loading } from './assets.mjs';
import { render } from './template.mjs';
import { given, inScript } from './vote.mjs';
import { inLanguage, spoken } from './words.mjs';

/** The parts that several pages are made of. @type {Record<string, string>} */
const parts = Object.fromEntries(readdirSync('web/page/parts').filter((file) => file.endsWith('.html'))
  .map((file) => [file.replace('.html', ''), readFileSync(`web/page/parts/${file}`, 'utf8')]));

/** What networks show of a vote. @param {string} id @param {string} language */
export const cardOf = (id, language) => `cards/${id}${tagOf(language)}.png`;

/** Where hosts find how to show a page's frame. @param {import('./pages.mjs').Row} row @param {string} language @param {string} id */
export const oembedOf = ({ name }, language, id) => `oembed/${fileOf(name, language, id).replace('.html', '.json')}`;

/** A frame's size where a host gives it none; it tells its height once it is there. */
const frameSize = { width: 600, height: 900 };

/**
 * What a host makes of a page's address, https://oembed.com. WordPress keeps the frame and the quotation, without which it
 * does not listen to the frame's height; elsewhere the quotation does not show.
 * @param {import('./pages.mjs').Row} row
 * @param {{ id: string, card?: string, language: string, title: string, provider: string }} page  the vote whose card stands
 *     for it, where it is not the page's
 */
export function oembedIn({ name, frame = '' }, { id, card = id, language, title, provider }) {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const [page, source] = [name, frame].map((each) => addressOf(hrefOf(fileOf(each, language, id))));
  const { width, height } = frameSize;
  return {
    version: '1.0', type: 'rich', title, provider_name: provider, provider_url: addressOf('./'),
    html: `<blockquote hidden style="display:none"><a href="${page}">${escaped}</a></blockquote>` +
      `<iframe src="${source}" width="100%" height="${height}" frameborder="0" title="${escaped}"></iframe>`,
    width, height,
    thumbnail_url: addressOf(cardOf(card, language)), thumbnail_width: 1200, thumbnail_height: 630,
  };
}

/** Crawlers want whole addresses; without the site's own they are told the path. @param {string} path */
export const addressOf = (path) => (process.env.SITE_URL ? new URL(path, process.env.SITE_URL.replace(/\/?$/, '/')).href : path);

/**
 * @param {import('./pages.mjs').Row} row
 * @param {object} given
 * @param {any} given.words  the catalogue
 * @param {any[]} given.catalogues  of all languages
 * @param {any} given.scenario
 * @param {Awaited<ReturnType<typeof import('./vote.mjs').voteIn>>} given.vote  in the same language
 * @param {string} given.posters  SVG
 * @param {string} given.style
 * @param {string} given.script  the address of the first
 * @param {{ name: string, address: string }[]} given.named  other scripts that the head names
 * @param {string} given.head  the script that stands in the page
 * @param {ReturnType<typeof import('./assets.mjs').shareAssets>} given.assets
 * @param {number} given.chamberBytes  for those who wait
 * @param {object} given.more  what else the page shows
 * @param {string} [given.of]  what it is a page of, where that is not the vote
 * @param {(name: string) => string | undefined} [given.templateOf]
 * @returns {string}
 */
export function pageIn(row, { words, catalogues, scenario, vote, posters, style, script, named, head, assets, chamberBytes, more, of = scenario.id,
  templateOf = templatesOf(row) }) {
  const { language } = words;
  const { id } = scenario;
  const languages = catalogues.map((each) => {
    const href = hrefOf(fileOf(row.name, each.language, of));
    return { language: each.language, name: each.name, href, current: each.language === language };
  });
  try {
    return render('shell', templateOf, {
      ...vote,
      language,
      direction: words.direction,
      languages,
      multilingual: languages.length > 1,
      // Titles of sources are as they were published.
      foreign: language === mainLanguage ? '' : ` lang="${mainLanguage}"`,
      // A translation that no native reader has signed says so, and where to report a fault.
      unchecked: words.checked !== 'yes',
      report: process.env.REPORT_URL ?? false,
      frame: row.kind === 'frame',
      whole: row.whole ? hrefOf(fileOf(row.whole, language, of)) : '',
      exploring: row.folder !== 'explore' && hrefOf(fileOf('explore', language, id)),
      editing: `${hrefOf(fileOf('editors', language, id))}#s=${id}`,
      teaching: hrefOf(fileOf('teach', language, id)),
      page: words.page,
      given: words.given,
      offline: false,
      packaged: false,
      back_to_list: false,
      // Neither to present nor to copy from.
      guest: row.kind === 'frame',
      ...more,
      card: addressOf(cardOf(id, language)),
      oembed: row.frame && process.env.SITE_URL ? addressOf(oembedOf(row, language, of)) : false,
      style,
      script,
      head,
      kind_of_script: row.kind === 'frame' ? 'defer' : 'type="module"',
      assets: [
        ...row.assets.flatMap((name) => (name === 'fonts' && assets.letters ? [name, /** @type {const} */ ('letters')] : [name])).map((name) => ({ name, address: assets[name], loading: row.preloads.includes(name) ? loading[name] : 'rel="asset"' })),
        ...named.map((each) => ({ ...each, loading: 'rel="asset"' })),
      ],
      icon: assets.icon,
      posters,
      chamber_bytes: chamberBytes,
      words: inScript(spoken(words, row.words)),
      scenario: inScript(given(inLanguage(scenario, language))),
    });
  } catch (error) {
    throw new Error(`${fileOf(row.name, language, of)} (${language}): ${/** @type {Error} */ (error).message}`, { cause: error });
  }
}

/** @param {import('./pages.mjs').Row} row */
export const templatesOf = ({ folder }) => (/** @type {string} */ name) => {
  if (name === 'shell') return readFileSync('shell.html', 'utf8');
  return name === 'page' ? readFileSync(`web/page/${folder}/page.html`, 'utf8') : parts[name];
};
